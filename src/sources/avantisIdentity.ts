import { type Fund, funds } from '../domain/funds';
import { type IsoDate, parseIsoDate } from '../domain/isoDate';
import type { Told } from './tellable';
import { fundAndDay } from './fundAndDay';
import type { Identity } from './holdingsReading';
import { isoText, parsePublishedDay } from './publishedDay';
import type { Refusals } from './Refusals';
import type { RawRow } from './Table';

const ISSUER = 'Avantis Investors';

/** Joins what stands above the table with what the caller says. Refuses a contradiction, and what neither says. */
export function avantisIdentity(preamble: readonly RawRow[], told: Told, refusals: Refusals): Identity {
  const cells = preamble.flatMap((row) => row.cells);
  const fundName = cells.map(nameWithin).find((name) => name !== null) ?? null;
  const fund = funds.find((shipped) => isNamed(shipped, fundName, cells))?.symbol ?? null;
  const days = preamble.flatMap(({ line, cells: [name = '', value = ''] }) => {
    const [label, within] = AS_OF.exec(name) ?? [];
    const text = within || value;
    return label === undefined || text === '' ? [] : [{ line, text }];
  });
  const [first] = days;
  const observedOn = first === undefined ? null : (parseDay(first.text) ?? null);
  for (const { line, text } of days) {
    const day = parseDay(text);
    if (day !== undefined && day === observedOn) continue;
    const expected = day === undefined ? 'a day such as 05/21/2026' : `${observedOn} as above`;
    refusals.add({ line, column: 'As of date', reason: `expected ${expected}, found "${text}"` });
  }
  const said = { fund, fundName, observedOn, hasDay: first !== undefined, issuer: ISSUER };
  return { fundName, ...fundAndDay(said, told, refusals) };
}

const AS_OF = /\bas of(?: date)?\b:?\s*(.*)$/i;

/** `Avantis U.S. Small Cap Equity ETF` of `Fund: Avantis® U.S. Small Cap Equity ETF (AVSC)`. */
const nameWithin = (cell: string): string | null => /Avantis\b.*?\bETF\b/i.exec(cell.replaceAll(/[®™]/g, ''))?.[0] ?? null;

function isNamed({ symbol, issuer, name }: Fund, written: string | null, cells: readonly string[]): boolean {
  if (issuer !== ISSUER) return false;
  return written === null ? cells.some((cell) => symbolOf(cell) === symbol) : plain(written) === plain(name);
}

const symbolOf = (cell: string): string => /\(([A-Z]{3,5})\)/.exec(cell)?.[1] ?? cell;

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

/** Reads `05/21/2026`, and what `parsePublishedDay` does. */
function parseDay(text: string): IsoDate | undefined {
  const [, month = '', day = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return year === undefined ? parsePublishedDay(text) : parseIsoDate(isoText(year, month, day));
}
