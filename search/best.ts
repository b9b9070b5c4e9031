/** What is ranked: all of the words before some, then the better match, then the newer, then by id, so that the order is one. */
export interface Ranked {
  readonly id: string;
  /** How far it answers: 0 to 1. */
  readonly degree: number;
  readonly score: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Best first. */
export const byRank = (one: Ranked, other: Ranked): number =>
  other.degree - one.degree || other.score - one.score || other.at - one.at || (one.id < other.id ? 1 : -1);

/** Below anything that is ranked. */
const ANY: Pick<Ranked, 'degree' | 'score'> = { degree: 0, score: -Infinity };

/** The best few of many: a heap with the worst of them on top. */
export class Best<T extends Ranked> {
  private readonly heap: T[] = [];
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** What is below this can't be among the best. */
  get least(): Pick<Ranked, 'degree' | 'score'> {
    const [worst] = this.heap;
    return worst && this.heap.length >= this.limit ? worst : ANY;
  }

  /** Whether something like this can't be among the best; it may be as new as can be when `at` is left out. */
  isBeyond(degree: number, score: number, at = Infinity): boolean {
    const [worst] = this.heap;
    if (this.heap.length < this.limit || !worst) return this.limit === 0;
    return degree - worst.degree < 0 || (degree === worst.degree && (score < worst.score || (score === worst.score && at < worst.at)));
  }

  offer(one: T): void {
    const { heap } = this;
    if (heap.length < this.limit) {
      heap.push(one);
      this.rise();
    } else if (heap[0] && byRank(one, heap[0]) < 0) {
      heap[0] = one;
      this.sink();
    }
  }

  sorted(): readonly T[] {
    return this.heap.toSorted(byRank);
  }

  private rise(): void {
    let at = this.heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isWorse(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(): void {
    let at = 0;
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (this.isWorse(child, worst)) worst = child;
      if (worst === at) return;
      this.swap(at, worst);
      at = worst;
    }
  }

  private isWorse(at: number, than: number): boolean {
    const [one, other] = [this.heap[at], this.heap[than]];
    return one !== undefined && other !== undefined && byRank(one, other) > 0;
  }

  private swap(one: number, other: number): void {
    const [a, b] = [this.heap[one], this.heap[other]];
    if (!a || !b) return;
    this.heap[one] = b;
    this.heap[other] = a;
  }
}
