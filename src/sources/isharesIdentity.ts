import { type Decimal, parseDecimal } from '../domain/decimal';
import { fundByName } from '../domain/funds';
import type { Told } from './tellable';
import { fundAndDay } from './fundAndDay';
import type { Identity } from './holdingsReading';
import { parsePublishedDay } from './publishedDay';
import type { Refusals } from './Refusals';
import type { RawRow } from './Table';

const DAY = 'Fund Holdings as of';
const SHARES = 'Shares Outstanding';
const LABELS = [DAY, 'Inception Date', SHARES, 'Stock', 'Bond', 'Cash', 'Other'];

/** Joins what stands above the table with what the caller says. Refuses a contradiction, and what neither says. */
export function isharesIdentity(preamble: readonly RawRow[], told: Told, refusals: Refusals): Identity {
  const labelled = (wanted: string): RawRow | undefined =>
    preamble.find(({ cells: [name, value = ''] }) => name === wanted && !/^-*$/.test(value));
  const read = <T>(row: RawRow | undefined, expected: string, parse: (text: string) => T | undefined): T | null => {
    const [name = '', text = ''] = row?.cells ?? [];
    const value = parse(text);
    if (row !== undefined && value === undefined) {
      refusals.add({ line: row.line, column: name, reason: `expected ${expected}, found "${text}"` });
    }
    return value ?? null;
  };

  const fundName = preamble.map(loneText).find((text) => text !== null) ?? null;
  const fund = fundName === null ? null : (fundByName(fundName)?.symbol ?? null);
  const day = labelled(DAY);
  const observedOn = read(day, 'a day such as "May 13, 2025"', parsePublishedDay);
  const sharesOutstanding: Decimal | null = read(labelled(SHARES), 'a number', parseDecimal);
  const said = { fund, fundName, observedOn, hasDay: day !== undefined, issuer: 'BlackRock' };
  return { fundName, sharesOutstanding, ...fundAndDay(said, told, refusals) };
}

/** A text alone on its line that is no label without a value, nor the day of the download: the name of the fund. */
function loneText({ cells: [name = '', value = ''] }: RawRow): string | null {
  return value === '' && !LABELS.includes(name) && parsePublishedDay(name) === undefined ? name : null;
}
