const SUBJECTS = ['The keeper', 'A visitor', 'The committee', 'My neighbour', 'The old gardener', 'Nobody', 'The second shift', 'A child'];
const VERBS = ['noticed', 'wrote down', 'forgot', 'repaired', 'measured', 'asked about', 'painted', 'moved'];
const OBJECTS = [
  'the gate',
  'the north wall',
  'a broken pane',
  'the water level',
  'the list of names',
  'the smallest bell',
  'a loose plank',
  'the seed drawer',
];
const REASONS = [
  'since it was raining',
  'for the third time',
  'before the meeting',
  'as had been agreed',
  'without being asked',
  'because the frost came early',
  'to be on the safe side',
  'and told everyone',
];

const pick = (words: readonly string[], number: number): string => words[Math.floor(number) % words.length] ?? '';

/** About `characters` of text in paragraphs under headings; the same every time. Every sentence carries its own number. */
export function longPage(characters = 1_000_000): string {
  const blocks: string[] = [];
  let length = 0;
  for (let sentence = 0, block = 0; length < characters; block++) {
    const sentences: string[] = [];
    for (let inBlock = 0; inBlock < 3 + (block % 5); inBlock++, sentence++)
      sentences.push(
        `${pick(SUBJECTS, sentence)} ${pick(VERBS, sentence / 3)} ${pick(OBJECTS, sentence / 7)} ${pick(REASONS, sentence / 11)}, entry ${sentence}.`,
      );
    const text = sentences.join(' ');
    length += text.length;
    if (block % 12 === 0) blocks.push(`<h2 id="chapter-${block / 12}">Chapter ${block / 12}</h2>`);
    blocks.push(`<p id="p${block}">${text}</p>`);
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>The long log</title><link rel="icon" href="data:,"><h1>The long log</h1>${blocks.join('\n')}</html>`;
}
