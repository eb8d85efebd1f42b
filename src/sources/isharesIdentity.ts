import { type Decimal, parseDecimal } from '../domain/decimal';
import { ofTheFile } from '../domain/errors';
import { fundByName, funds } from '../domain/funds';
import { type IsoDate, parseIsoDate } from '../domain/isoDate';
import type { Told } from './defineSource';
import type { Label } from './isharesLayout';
import type { Refusals } from './Refusals';

/** Which fund and day an iShares file is about. Fund and day are null only where something was refused. */
interface IsharesIdentity {
  readonly fund: string | null;
  readonly fundName: string | null;
  readonly observedOn: IsoDate | null;
  readonly sharesOutstanding: Decimal | null;
}

const DAY = 'Fund Holdings as of';
const SHARES = 'Shares Outstanding';
const LABELS = [DAY, 'Inception Date', SHARES, 'Stock', 'Bond', 'Cash', 'Other'];

/** Joins what the preamble says with what the caller says. Refuses a contradiction, and what neither says. */
export function isharesIdentity(preamble: readonly Label[], told: Told, refusals: Refusals): IsharesIdentity {
  const refuse = (reason: string) => {
    refusals.add(ofTheFile(reason));
  };
  const read = <T>(label: Label | undefined, expected: string, parse: (text: string) => T | undefined): T | null => {
    if (label === undefined) return null;
    const value = parse(label.value);
    if (value === undefined) {
      refusals.add({ line: label.line, column: label.name, reason: `expected ${expected}, found "${label.value}"` });
    }
    return value ?? null;
  };

  const fundName = preamble.find(({ name, value }) => value === '' && !LABELS.includes(name))?.name ?? null;
  const shipped = fundName === null ? undefined : fundByName(fundName);
  const toldFund = told.fund?.toUpperCase();
  const fund = shipped?.symbol ?? toldFund ?? null;
  if (fundName !== null && toldFund !== undefined && isAnother(fundName, toldFund)) {
    refuse(`the file is about "${fundName}", not about ${toldFund} as was told`);
  }

  const day = valueOf(preamble, DAY);
  const written = read(day, 'a day such as "May 13, 2025"', parseIssuerDay);
  const observedOn = written ?? told.observedOn ?? null;
  if (written !== null && observedOn !== told.observedOn && told.observedOn !== undefined) {
    refuse(`the file is about ${written}, not about ${told.observedOn} as was told`);
  }

  const whichFund = fundName === null ? 'which fund' : `which fund "${fundName}" is`;
  const unsaid = [
    ...(fund === null ? [{ what: whichFund, option: '--fund IWM' }] : []),
    ...(day === undefined && observedOn === null ? [{ what: 'which day', option: '--observed-on 2024-09-27' }] : []),
  ];
  if (unsaid.length > 0) {
    const what = unsaid.map((one) => one.what).join(' nor ');
    refuse(`the file does not say ${what}: tell it, as in ${unsaid.map((one) => one.option).join(' ')}`);
  }
  return { fund, fundName, observedOn, sharesOutstanding: read(valueOf(preamble, SHARES), 'a number', parseDecimal) };
}

const valueOf = (preamble: readonly Label[], wanted: string): Label | undefined =>
  preamble.find(({ name, value }) => name === wanted && value !== '' && value !== '-');

/** A name says that a symbol is wrong if either of the two is of a shipped fund, and not both of the same. */
const isAnother = (name: string, symbol: string): boolean =>
  fundByName(name)?.symbol !== funds.find((fund) => fund.symbol === symbol)?.symbol;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads `Sep 27, 2024`. */
function parseIssuerDay(text: string): IsoDate | undefined {
  const [, month = '', day = '', year = ''] = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4})$/.exec(text) ?? [];
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0');
  return parseIsoDate(`${year}-${number}-${day.padStart(2, '0')}`);
}
