/** What a part of a search says, without words: what search/query tells of it. */
interface Said {
  readonly type: 'word' | 'phrase' | 'operator' | 'field' | 'all' | 'any';
  readonly isNegated: boolean;
  readonly operator?: string;
  readonly value?: string;
  readonly part?: Said;
  readonly parts?: readonly Said[];
}

/** Values of closed lists that don't read well as they are typed. */
const VALUES: Readonly<Record<string, string>> = {
  'is:mine': 'mine',
  'is:shared': 'shared',
  'is:orphan': 'no longer in its page',
  'is:unanswered': 'unanswered',
  'is:missing-why': 'still missing a why',
  'has:why': 'a why',
  'has:decision': 'a decision',
  'has:picture': 'a picture',
  'has:text': 'the page’s text',
  'has:replies': 'replies',
  'has:tag': 'a tag',
};

/** What an operator's chip says, by its value. */
const operators: Readonly<Record<string, (value: string) => string>> = {
  site: (value) => `on ${value}`,
  tag: (value) => `tagged ${value}`,
  by: (value) => `by ${value}`,
  in: (value) => `in ${value}`,
  kind: (value) => `kind: ${value}`,
  status: (value) => `status: ${value}`,
  is: (value) => value,
  has: (value) => `with ${value}`,
  before: (value) => `kept before ${value}`,
  after: (value) => `kept since ${value}`,
  why: (value) => `${value} in the why`,
  rejected: (value) => `${value} among what was rejected`,
};

/** What an operator asks for, beside its name in the list of completions. */
const hints: Readonly<Record<string, string>> = {
  site: 'a site, its subdomains too',
  tag: 'a tag',
  by: 'an author or a member',
  in: 'a community or an initiative',
  kind: 'a passage, an image, a decision…',
  status: 'where a decision stands',
  is: 'mine, shared, unanswered…',
  has: 'a why, a picture, replies…',
  before: 'kept before a day',
  after: 'kept since a day',
  why: 'words of the why',
  rejected: 'words of the options that were rejected',
};

/** Operators whose values a person made up: they explain themselves, so the operator is explained in their stead. */
const OWN_VALUES: ReadonlySet<string> = new Set(['site', 'tag', 'by', 'in']);

/** What Whence says of a search: what it understood, and how one might go on. */
export const query = {
  operators,
  hints,
  understood: 'Understood as',
  /** One chip: “tagged css”, “not on a.example”, “slow or late in the why”. */
  chip: (said: Said): string => chip(said),
  remove: (said: Said) => `Take out: ${chip(said)}`,
  /** A value in the list of completions. */
  value: (operator: string, value: string) => VALUES[`${operator}:${value}`] ?? value,
  /** What an operator, or one of its values, asks for: beside it in the list of completions. */
  meaning: (operator: string, value: string | undefined): string =>
    value === undefined || OWN_VALUES.has(operator) ? (hints[operator] ?? '') : (operators[operator]?.(query.value(operator, value)) ?? ''),
};

function chip(said: Said, isInside = false): string {
  const text = affirmed(said, isInside || said.isNegated);
  if (!said.isNegated) return text;
  return said.operator === 'has' ? text.replace(/^with/, 'without') : `not ${text}`;
}

function affirmed({ type, operator = '', value = '', part, parts = [] }: Said, isInside: boolean): string {
  switch (type) {
    case 'word':
      return value;
    case 'phrase':
      return `“${value}”`;
    case 'operator':
      return operators[operator]?.(query.value(operator, value)) ?? `${operator}: ${value}`;
    case 'field': {
      const words = part ? chip(part, true) : '';
      return operators[operator]?.(words) ?? `${operator}: ${words}`;
    }
    case 'all':
    case 'any': {
      const joined = parts.map((one) => chip(one, true)).join(type === 'all' ? ' and ' : ' or ');
      return isInside ? `(${joined})` : joined;
    }
  }
}
