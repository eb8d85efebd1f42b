import { type Fund, funds } from '../domain/funds';
import { ofTheFile } from '../domain/errors';
import { type IsoDate, parseIsoDate } from '../domain/isoDate';
import type { Label } from './avantisLayout';
import type { Told } from './defineSource';
import { fundAndDay, refuseOtherIssuers } from './fundAndDay';
import type { Refusals } from './Refusals';

/** Which fund and day an Avantis file is about. Fund and day are null only where something was refused. */
interface AvantisIdentity {
  readonly fund: string | null;
  readonly fundName: string | null;
  readonly observedOn: IsoDate | null;
}

const ISSUER = 'Avantis Investors';

/** Joins what stands above the table with what the caller says. Refuses a contradiction, and what neither says. */
export function avantisIdentity(preamble: readonly Label[], told: Told, refusals: Refusals): AvantisIdentity {
  const cells = preamble.flatMap((label) => label.cells);
  const fundName = cells.map(nameWithin).find((name) => name !== null) ?? null;
  const shipped = funds.find((fund) => isNamed(fund, fundName, cells));
  const written = preamble.flatMap(({ line, cells: [name = '', ...values] }) => {
    const [, within = ''] = AS_OF.exec(name) ?? [];
    const day = AS_OF.test(name) ? within || (values[0] ?? '') : '';
    return day === '' ? [] : [{ line, day }];
  });
  const [first] = written;
  const observedOn = first === undefined ? null : (parseDay(first.day) ?? null);
  for (const { line, day } of written) {
    const found = parseDay(day);
    if (found === undefined || found !== observedOn) {
      const expected = found === undefined ? 'a day such as 05/21/2026' : `${observedOn} as above`;
      refusals.add({ line, column: 'As of date', reason: `expected ${expected}, found "${day}"` });
    }
  }

  const toldFund = funds.find(({ symbol }) => symbol === told.fund?.toUpperCase());
  if (toldFund !== undefined && shipped === undefined && fundName !== null) {
    refusals.add(ofTheFile(`the file is about "${fundName}", not about ${toldFund.symbol} as was told`));
  }
  if (shipped === undefined) refuseOtherIssuers(ISSUER, told, refusals);
  return { fundName, ...fundAndDay({ fundName, shipped, observedOn, hasDay: first !== undefined }, told, refusals) };
}

const AS_OF = /\bas of(?: date)?\b:?\s*(.*)$/i;

/** `Avantis U.S. Small Cap Equity ETF` of `Fund: Avantis® U.S. Small Cap Equity ETF (AVSC)`. */
const nameWithin = (cell: string): string | null => /Avantis\b.*?\bETF\b/i.exec(cell.replaceAll(/[®™]/g, ''))?.[0] ?? null;

const isNamed = (fund: Fund, name: string | null, cells: readonly string[]): boolean =>
  fund.issuer === ISSUER && (name === null ? cells.some((cell) => symbolOf(cell) === fund.symbol) : plain(name) === plain(fund.name));

const symbolOf = (cell: string): string => /\(([A-Z]{3,5})\)/.exec(cell)?.[1] ?? cell;

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads `05/21/2026`, `May 21, 2026` and `2026-05-21`. */
function parseDay(text: string): IsoDate | undefined {
  const [, month, day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (month !== undefined) return parseIsoDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const [, word = '', dayOfMonth = '', ofYear = ''] = /^([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})$/.exec(text) ?? [];
  const number = String(MONTHS.indexOf(word.toLowerCase()) + 1).padStart(2, '0');
  return parseIsoDate(text) ?? parseIsoDate(`${ofYear}-${number}-${dayOfMonth.padStart(2, '0')}`);
}
