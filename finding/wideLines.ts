import type { WhenceDatabase } from '../storage/database.ts';
import type { Searched } from '../storage/rows.ts';
import type { NumberedRow } from '../storage/searchIndex.ts';
import { isWide } from '../storage/unindexed.ts';
import { cardId } from './readCards.ts';
import { thingsIn } from './takeIn.ts';

/**
 * The lines of the journal that may come to any number of things, put off until the others were taken in: much of what they
 * come to has lines of its own, as all of a community that was joined, and is then read once.
 */
export class WideLines {
  /** The lines, and how far the journal was read when they were found. */
  private later: { readonly rows: readonly NumberedRow[]; readonly through: number }[] = [];
  /** How far the journal had been read when a thing was told, by its id: after a line, it is as that line says. */
  private readonly toldAt = new Map<string, number>();
  private readonly database: WhenceDatabase;

  constructor(database: WhenceDatabase) {
    this.database = database;
  }

  /** Put the wide ones of these lines off; what the others come to, with the decisions themselves. `through` is the last line's number. */
  async without(rows: readonly NumberedRow[], through: number): Promise<readonly Searched[]> {
    const wide = rows.filter(({ touched }) => isWide(touched));
    if (wide.length > 0) this.later.push({ rows: wide, through });
    const decisions = wide.flatMap(({ touched }): Searched[] => (touched.of === 'decision' ? [{ kind: 'decision', id: touched.id }] : []));
    const narrow = await thingsIn(
      this.database,
      rows.filter(({ touched }) => !isWide(touched)),
    );
    const things = [...narrow, ...decisions];
    for (const one of things) this.toldAt.set(cardId(one), through);
    return things;
  }

  /** What the lines that were put off come to, but for what was told since they were found. */
  async things(): Promise<readonly Searched[]> {
    const things = new Map<string, Searched>();
    for (const { rows, through } of this.later)
      for (const one of await thingsIn(this.database, rows))
        if ((this.toldAt.get(cardId(one)) ?? -1) < through) things.set(cardId(one), one);
    return [...things.values()];
  }

  /** The lines that were put off, which are not any more. */
  taken(): readonly NumberedRow[] {
    const rows = this.later.flatMap((one) => one.rows);
    this.later = [];
    return rows;
  }
}
