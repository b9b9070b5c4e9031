import type * as Contract from '../../../../anchoring/index.ts';
import { timed, type Timing } from './timing.ts';
import { visibleWords } from './visibleWords.ts';
import { describeForPeer, findAsPeer, type PeerTarget } from './peer.ts';

/** Offsets in the `textContent` of the body, which both sides of the benchmark count in. */
export type Offsets = readonly [start: number, end: number];

export interface Found {
  readonly offsets: Offsets;
  readonly quality: Contract.Anchor['quality'];
  readonly score: number;
}

export type Selectors = ReturnType<typeof Contract.describeRange>;

/** What the bundle of anchoring/index.ts, evaluated before, left behind. */
declare const anchoring: typeof Contract;

let held: readonly (Contract.Anchor | null)[] = [];

/** Called from outside, with plain JSON in and out. */
export const page = {
  textContent: (): string => document.body.textContent,

  visibleWords: () => visibleWords(document.body),

  describe(all: readonly Offsets[]): { readonly ours: readonly Selectors[]; readonly peers: readonly PeerTarget[] } {
    const rangeAt = rangesOf(document.body);
    return {
      ours: all.map(([start, end]) => anchoring.describeRange(rangeAt(start, end), document.body)),
      peers: all.map(([start, end]) => describeForPeer(document.body, start, end, rangeAt)),
    };
  },

  async find(targets: readonly Selectors[]): Promise<readonly (Found | null)[]> {
    const anchors = await anchoring.findAll(targets, document.body);
    return anchors.map((anchor) => anchor && { offsets: offsetsOf(anchor.range), quality: anchor.quality, score: anchor.score });
  },

  describeBySections: (all: readonly Offsets[]): readonly Selectors[] => describeBySections(all),

  /** Find all, and say how long that took. What is found is held until the page goes. */
  time: (targets: readonly Selectors[]): Promise<Timing> =>
    timed(async () => {
      held = await anchoring.findAll(targets, document.body);
      return held.filter((anchor) => anchor !== null).length;
    }),

  timePeer: (targets: readonly PeerTarget[]): Promise<Timing> =>
    timed(async () => targets.filter((target) => findAsPeer(document.body, target) !== null).length),

  findAsPeer: (targets: readonly PeerTarget[]): readonly (Offsets | null)[] =>
    targets.map((target) => {
      const range = findAsPeer(document.body, target);
      return range && offsetsOf(range);
    }),
};

export type BenchPage = typeof page;

/**
 * Describe many passages of a large page, each by a reading of its own section: a reading of the whole page for each would
 * take minutes. Their positions are put right afterwards, by the lengths of the sections before.
 */
function describeBySections(all: readonly Offsets[]): readonly Selectors[] {
  const rangeAt = rangesOf(document.body);
  const sections = Array.from(document.body.children);
  const starts = new Map<Element, number>();
  let length = 0;
  for (const section of sections) {
    starts.set(section, length);
    const whole = document.createRange();
    whole.selectNodeContents(section);
    length += positionOf(anchoring.describeRange(whole, section))?.end ?? 0;
  }
  const gapsBefore = (section: Element): number => sections.indexOf(section);
  const described = all.map(([start, end]) => {
    const range = rangeAt(start, end);
    const section = sections.find((one) => one.contains(range.startContainer)) ?? document.body;
    return { range, section, selectors: anchoring.describeRange(range, section) };
  });
  // what stands between two sections is found out by one reading of the whole page
  const last = described.reduce((one, other) => (gapsBefore(other.section) > gapsBefore(one.section) ? other : one));
  const wholeStart = positionOf(anchoring.describeRange(last.range, document.body))?.start ?? 0;
  const lastStart = (positionOf(last.selectors)?.start ?? 0) + (starts.get(last.section) ?? 0);
  const gap = (wholeStart - lastStart) / Math.max(1, gapsBefore(last.section));
  return described.map(({ section, selectors }) => {
    const shift = (starts.get(section) ?? 0) + Math.round(gap * gapsBefore(section));
    return selectors.map((selector) =>
      selector.type === 'TextPositionSelector' ? { ...selector, start: selector.start + shift, end: selector.end + shift } : selector,
    );
  });
}

const positionOf = (selectors: Selectors) => selectors.find((selector) => selector.type === 'TextPositionSelector');

function textNodesOf(root: Element): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) nodes.push(node);
  return nodes;
}

/** Ranges by offsets in the root's `textContent`, tight: they begin and end in text that they cover. */
function rangesOf(root: Element): (start: number, end: number) => Range {
  const nodes = textNodesOf(root);
  const starts: number[] = [];
  let length = 0;
  for (const node of nodes) {
    starts.push(length);
    length += node.length;
  }
  // the last node that starts at the offset or before; empty ones before it don't hold it
  const indexAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return (start, end) => {
    const range = document.createRange();
    const [first, last] = [indexAt(start), indexAt(end - 1)];
    const [startNode, endNode] = [nodes[first], nodes[last]];
    if (!startNode || !endNode) throw new Error('there is no such text');
    range.setStart(startNode, start - (starts[first] ?? 0));
    range.setEnd(endNode, end - (starts[last] ?? 0));
    return range;
  };
}

function offsetsOf(range: Range): Offsets {
  const before = document.createRange();
  before.setStart(document.body, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return [start, start + range.toString().length];
}
