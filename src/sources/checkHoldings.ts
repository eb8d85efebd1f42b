import { sum } from '../domain/decimal';
import { ofTheFile } from '../domain/errors';
import type { HoldingLine } from './HoldingsReport';
import type { Refusals } from './Refusals';
import type { TableRow } from './TableRow';

/** A holding with the place of the file it was read from: `line 12`. */
export interface ReadLine {
  readonly at: string;
  readonly holding: HoldingLine;
}

/** Bounds of a sum of weights, in percent. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** What a format has of its own; tables have nothing. */
export interface Habits {
  /** Between what its weights sum. */
  readonly complete?: Range;
  /** How a file without a holding is refused. */
  readonly empty?: string;
}

export const readLines = (rows: readonly TableRow[], holdingOf: (row: TableRow) => HoldingLine): ReadLine[] =>
  rows.map((row) => ({ at: `line ${row.line}`, holding: holdingOf(row) }));

/**
 * What all of a fund's holdings on one day must be, whatever the format: present; weighable, by the
 * market value of every line or by the published weight of every line; and complete, which shows in
 * published weights that sum to 100 % give or take one, or as the format's own habits have it.
 */
export function checkHoldings(about: string, lines: readonly ReadLine[], refusals: Refusals, habits: Habits = {}): void {
  const { complete = { from: 99, to: 101 }, empty = 'there is no row below the header' } = habits;
  const refuse = (reason: string) => {
    refusals.add(ofTheFile(`${about}: ${reason}`));
  };
  if (lines.length === 0) {
    refuse(empty);
    return;
  }

  const unvalued = lines.filter(({ holding }) => holding.marketValue === null);
  const unweighted = lines.filter(({ holding }) => holding.publishedWeight === null);
  if (unvalued.length > 0 && unweighted.length > 0) {
    refuse(`neither is every market value given (${lacking(unvalued)}) nor every weight (${lacking(unweighted)})`);
  }

  const weights = lines.flatMap(({ holding }) => holding.publishedWeight ?? []);
  const total = Number(sum(weights)) * 100;
  if (weights.length > 0 && (total < complete.from || total > complete.to)) {
    const bounds = `${complete.from} to ${complete.to} %`;
    refuse(`the weights sum to ${total.toFixed(2)} %, outside ${bounds}: lines are missing, or too many`);
  }
}

const lacking = (lines: readonly ReadLine[]): string => `${lines.length} lack it, first on ${lines[0]?.at}`;
