import type { Decimal } from '../domain/decimal';
import { SourceFormat } from '../domain/errors';
import { checkHoldings, type Habits, type ReadLine } from './checkHoldings';
import type { Reading } from './defineSource';
import type { FundAndDay } from './fundAndDay';
import type { HoldingsReport } from './HoldingsReport';
import type { Refusals } from './Refusals';

/** Whose holdings they are, and on which day. */
export interface Identity extends FundAndDay {
  readonly fundName: string | null;
  readonly sharesOutstanding?: Decimal | null;
}

/** Null only where the fund or the day was refused. */
export function holdingsReport(identity: Identity, lines: readonly ReadLine[]): HoldingsReport | null {
  const { fund, fundName, observedOn, sharesOutstanding = null } = identity;
  if (fund === null || observedOn === null) return null;
  return { fund, fundName, observedOn, knownOn: null, sharesOutstanding, lines: lines.map(({ holding }) => holding) };
}

/**
 * What was read from a file that holds one report and no word on when it was published. `about` is what its refusals
 * call the list.
 *
 * @throws {SourceFormat} if anything was refused, or is by `checkHoldings`.
 */
export function holdingsReading(
  source: string,
  identity: Identity,
  lines: readonly ReadLine[],
  refusals: Refusals,
  { about = 'the table', ...habits }: Habits & { readonly about?: string } = {},
): Reading {
  checkHoldings(about, lines, refusals, habits);
  refusals.throwIfAny();
  const report = holdingsReport(identity, lines);
  if (report === null) throw SourceFormat.whole(source, 'the file does not say its fund and day');
  return { rowsRead: lines.length, reports: { holdings: [report] } };
}
