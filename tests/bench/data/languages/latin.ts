import { phrases, type Language } from './language.ts';

const european = { direction: 'ltr', wordGap: ' ', sentenceGap: ' ', comma: ',', stop: '.' } as const;

export const english: Language = {
  ...european,
  code: 'en',
  openings: phrases(
    `In the second spring | According to {name} | Two days before the fair | For most of {year} | After the flood | Contrary to the plan | When the lamps went out | By the end of the shift`,
  ),
  subjects: phrases(
    `the ferry company | a retired surveyor | our smallest kiln | the committee on signs | every third visitor | the orchard behind the mill | a borrowed telescope | the night porter | the valley's only printer | a committee of {number} | the apprentice with the red scarf | an unsigned letter | the cheaper of both bridges | whoever kept the ledger | the lighthouse at the point | a flock of starlings`,
  ),
  actions: phrases(
    `counted {number} boats before noon | had never paid for the rope | drew the coast from memory | "lost" its brass handle twice | agreed to a slower clock | carried salt across the pass | refused to name a price | repaired the weather vane | kept the receipts in a biscuit tin | translated the inscription as a joke | measured the hall with a ladder | planted quinces instead of pears | sold the second piano to a school | set the table for {number} guests | rewrote the timetable overnight | didn't believe the barometer`,
  ),
  places: phrases(
    `beside the frozen harbour | in the upper archive | on the road to the quarry | under a leaking roof | at the customs house | between two exhibitions | along the eastern wall | in a room without windows | near the old tannery | outside the chemist's shop`,
  ),
  reasons: phrases(
    `because the tide tables were a year old | although nobody had asked for it | so that children could reach the bell | since paper was dearer than cloth | while the mayor looked for his glasses | which explains the gap in the records | as if the war had ended there | unless the wind came from the north | for the insurance covered only glass | before anyone thought of photographs`,
  ),
  names: phrases(`Ada Fenwick | Tom Okafor | Ines Halloran | Walter Prigg | Jun Castellane | Mabel Thorne`),
  orders: ['sa', 'sap', 'sapr', 'osapr', 'osar', 'sar', 'osap'],
};

export const french: Language = {
  ...european,
  code: 'fr',
  openings: phrases(
    `Au printemps suivant | Selon {name} | Pendant presque toute l'année {year} | Après la crue | Contre toute attente | La veille du marché | À la fin du service`,
  ),
  subjects: phrases(
    `le gardien du phare | une géomètre à la retraite | notre plus petit four | la commission des enseignes | un visiteur sur trois | le verger derrière le moulin | une lunette empruntée | l'unique imprimeur de la vallée | un comité de {number} membres | l'apprentie au foulard rouge | une lettre sans signature | la compagnie des bacs | celui qui tenait le registre | une nuée d'étourneaux`,
  ),
  actions: phrases(
    `a compté {number} barques avant midi | n'avait jamais payé la corde | dessinait la côte de mémoire | a perdu deux fois sa poignée de laiton | portait du sel par le col | refusait d'indiquer un prix | a réparé la girouette | gardait les reçus dans une boîte à biscuits | traduisait l'inscription comme une plaisanterie | a mesuré la salle avec une échelle | plantait des cognassiers au lieu de poiriers | a vendu le second piano à une école | réécrivait l'horaire pendant la nuit`,
  ),
  places: phrases(
    `près du port gelé | dans les archives du haut | sur la route de la carrière | sous un toit percé | à la maison des douanes | entre deux expositions | le long du mur de l'est | dans une pièce sans fenêtres | devant l'ancienne tannerie`,
  ),
  reasons: phrases(
    `parce que les tables des marées dataient d'un an | bien que personne ne l'eût demandé | afin que les enfants atteignent la cloche | puisque le papier coûtait plus que le drap | tandis que le maire cherchait ses lunettes | ce qui explique la lacune des registres | car l'assurance ne couvrait que le verre | avant qu'on ne pense aux photographies`,
  ),
  names: phrases(`Odile Ferrand | Marc Tissot | Léa Kerbrat | Hugo Valmont | Inès Roubaud`),
  orders: ['sa', 'sap', 'sapr', 'osapr', 'osar', 'sar', 'osap'],
};

export const german: Language = {
  ...european,
  code: 'de',
  openings: phrases(
    `Kurz vor dem Jahrmarkt war es so weit | So erzählte es {name} | Im Frühjahr {year} geschah Folgendes | Entgegen dem Plan | Nach dem Hochwasser | Am Ende der Schicht`,
  ),
  subjects: phrases(
    `der Leuchtturmwärter | eine pensionierte Landvermesserin | unser kleinster Brennofen | der Ausschuss für Beschilderung | jeder dritte Besucher | der Obstgarten hinter der Mühle | ein geliehenes Fernrohr | die einzige Druckerei im Tal | ein Gremium aus {number} Leuten | der Lehrling mit dem roten Schal | ein Brief ohne Unterschrift | die Fährgesellschaft | die Buchhalterin der Genossenschaft | ein Schwarm Stare`,
  ),
  actions: phrases(
    `zählte {number} Boote vor dem Mittag | bezahlte das Seil niemals | zeichnete die Küste aus dem Gedächtnis | verlor zweimal den Messinggriff | trug Salz über den Pass | nannte keinen Preis | reparierte die Wetterfahne | verwahrte die Belege in einer Keksdose | übersetzte die Inschrift als Scherz | vermaß den Saal mit einer Leiter | pflanzte Quitten statt Birnen | verkaufte das zweite Klavier einer Schule | schrieb den Fahrplan über Nacht neu | deckte den Tisch für {number} Gäste`,
  ),
  places: phrases(
    `am zugefrorenen Hafen | im oberen Archiv | auf der Straße zum Steinbruch | unter einem undichten Dach | beim alten Zollhaus | zwischen zwei Ausstellungen | entlang der Ostmauer | in einem Zimmer ohne Fenster | nahe der früheren Gerberei`,
  ),
  reasons: phrases(
    `weil die Gezeitentafeln ein Jahr alt waren | obwohl niemand darum gebeten hatte | damit die Kinder an die Glocke kamen | da Papier teurer als Tuch war | während der Bürgermeister seine Brille suchte | was die Lücke in den Akten erklärt | denn die Versicherung deckte nur Glas | bevor jemand an Fotografien dachte`,
  ),
  names: phrases(`Grete Lindholz | Anton Weber | Mira Seidel | Kurt Öhlmann | Rosa Behrens`),
  orders: ['sa', 'sap', 'sapr', 'osapr', 'sar', 'osap'],
};

export const spanish: Language = {
  ...european,
  code: 'es',
  openings: phrases(
    `En la segunda primavera | Según {name} | Durante casi todo {year} | Después de la riada | En contra del plan | La víspera de la feria | Al acabar el turno`,
  ),
  subjects: phrases(
    `el farero del cabo | una topógrafa jubilada | nuestro horno más pequeño | la comisión de letreros | uno de cada tres visitantes | el huerto detrás del molino | un telescopio prestado | la única imprenta del valle | un comité de {number} personas | la aprendiza de la bufanda roja | una carta sin firma | la compañía de balsas | quien llevaba el registro | una bandada de estorninos`,
  ),
  actions: phrases(
    `contó {number} barcas antes del mediodía | nunca había pagado la cuerda | dibujaba la costa de memoria | perdió dos veces el tirador de latón | llevaba sal por el puerto | se negó a decir un precio | arregló la veleta | guardaba los recibos en una lata de galletas | tradujo la inscripción como una broma | midió la sala con una escalera | plantó membrillos en lugar de perales | vendió el segundo piano a una escuela | reescribió el horario de noche`,
  ),
  places: phrases(
    `junto al muelle helado | en el archivo de arriba | camino de la cantera | bajo un tejado con goteras | en la casa de aduanas | entre dos exposiciones | a lo largo del muro oriental | en un cuarto sin ventanas | cerca de la antigua curtiduría`,
  ),
  reasons: phrases(
    `porque las tablas de mareas tenían un año | aunque nadie lo había pedido | para que los niños alcanzaran la campana | ya que el papel era más caro que la tela | mientras el alcalde buscaba sus gafas | lo que explica el hueco en los registros | pues el seguro solo cubría el vidrio | antes de que alguien pensara en fotografías`,
  ),
  names: phrases(`Rosario Peñalba | Iván Cuesta | Nuria Salcedo | Óscar Rebollo | Elena Marín`),
  orders: ['sa', 'sap', 'sapr', 'osapr', 'osar', 'sar', 'osap'],
};
