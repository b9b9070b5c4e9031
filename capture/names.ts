/** Words before a name that say that it is one. */
const LEAD =
  /^[\s–—-]*(?:(?:posted|written|published|reported|words|story|text|article|opened|asked|submitted|created|authored|photographs?|guest post)\s+)?(?:by|von|par|por|door|автор|authors?|autor(?:in)?|auteurs?|written by|文|作者|記者|记者|بقلم|كتب)(?:\s*[:：／/]\s*|\s+)/iu;

/** What makers put where nobody is named. */
const NOBODY =
  /^(?:admin(?:istrator)?|unknown|undefined|null|none|n\/a|anonymous|webmaster|root|user|guest|author|authors|author name|editor|default)$/i;

/** A part after a comma that tells what the person is. */
const POST =
  /\b(?:editors?|reporter|correspondent|journalist|columnist|(?:staff|senior|contributing|guest) writer|writer|contributor|producer|analyst|professor|director|redakteur(?:in)?|redaktion|ph\.?d|m\.?d|msc|bsc|dphil)\b/i;

const isAddress = (text: string): boolean => /^(?:https?:)?\/\/|^\S+@\S+\.\S+$|^www\.\S+$/i.test(text);

/** A name in metadata, as a person would say it; nothing when it names nobody. */
export function statedName(stated: string): string[] {
  const line = stated.slice(0, 1_000).replace(/\s+/g, ' ').trim();
  const [name = '', ...rest] = line.replace(LEAD, '').split(/\s*[,|]\s+/);
  const whole = [name, ...rest.filter((part) => !POST.test(part))]
    .join(', ')
    .replace(/\s*[<(]\S+@\S+[>)]$/, '')
    .trim();
  return !/\p{L}/u.test(whole) || isAddress(whole) || NOBODY.test(whole) ? [] : [whole];
}

/** `Doe, Jane` as reference managers are told it: `Jane Doe`. */
export const turnedName = (name: string): string => name.replace(/^([^,;]+),\s*([^,;]+)$/, '$2 $1').trim();

const PARTICLE = /^(?:von|van|der|den|de|del|della|di|da|das|dos|do|du|la|le|el|al|bin|ibn|ter|ten|zu|zur|y|e|of|st|jr\.?|sr\.?)$/i;
/** Words of a page's furniture that begin with a capital as names do. */
const FURNITURE =
  /^(?:about|more|view|read|follow|share|see|all|contact|profile|posts?|by|the|this|written|updated|published|subscribe|sign|log|comments?|reply|edit|author|staff|team|photo|image|credit)$/i;

function isName(text: string): boolean {
  const words = text.split(' ');
  if (text.length > 60 || words.length > 5 || /[\d@:/\\<>{}[\]!?…]/.test(text) || NOBODY.test(text) || POST.test(text)) return false;
  if (words.some((word) => FURNITURE.test(word.replace(/[.,]+$/, '')))) return false;
  const isCased = words.every((word) => PARTICLE.test(word) || /^['’"“(]?\p{Lu}/u.test(word));
  // one word in capitals and small letters is a place or a button as often as a name
  return /^[\p{Lo}\p{M}\s・.·'-]{2,}$/u.test(text) || (isCased && words.length > 1 && /\p{Ll}|\p{Lu}{2}/u.test(text));
}

/**
 * The names in a line over a text: `By Jane Doe and John Roe | May 5, 2020`. What comes after a date, a
 * place or a mark is not read. Nothing when any part that is read is not clearly a name.
 */
export function namesInByline(line: string): string[] {
  const [named = ''] = line
    .slice(0, 300)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LEAD, '')
    .split(/\d|[|•·–—]|\s-\s|\s(?:on|in|at|am|le|el|il|updated|published|posted|last)\s/i);
  const parts = named
    .replace(
      /[\s,;]+(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\.?,?$/,
      '',
    )
    .split(/\s*[,;、，&]\s*|\s+(?:and|und|et|y|och|og|en)\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !POST.test(part));
  return parts.length <= 6 && parts.every(isName) ? parts : [];
}
