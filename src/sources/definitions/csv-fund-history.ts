import { ofTheFile } from '../../domain/errors';
import { defineSource } from '../defineSource';
import { ownCsv } from '../ownCsv';
import type { Told } from '../tellable';
import { refuseLackingColumns } from '../ownColumns';
import { fundIn, knownOnIn, observedOnIn, theOne } from '../ownRows';
import { readCsv } from '../readCsv';
import { readText } from '../readText';
import { Refusals } from '../Refusals';
import type { TableRow } from '../TableRow';
import { refuseUnknownColumns } from '../unknownColumns';
import type { ValuationDay } from '../ValuationsReport';

const KEY = 'csv-fund-history';

/** The columns of one's own fund history, as docs/csv-fund-history.md describes them. */
export const HISTORY_COLUMNS = ['fund', 'observed_on', 'known_on', 'nav', 'shares_outstanding', 'fund_name'] as const;

/** One's own history of any funds: what a share was worth and how many there were, day by day. */
export default defineSource({
  ...ownCsv(KEY),
  title: 'Your own fund history CSV',
  precedence: 30,
  usualKnownOn: 'FIRST_SEEN',

  read(bytes, told) {
    const refusals = new Refusals(KEY);
    const { columns, rows } = readCsv(readText(KEY, bytes), { source: KEY, firstLine: 1, blank: '' }, refusals);
    refuseUnknownColumns(KEY, columns, HISTORY_COLUMNS);
    const isValued = columns.includes('nav') || columns.includes('shares_outstanding');
    refuseLackingColumns(KEY, columns, told, isValued ? [] : ['nav or shares_outstanding']);
    if (rows.length === 0) refusals.add(ofTheFile('there is no row below the header'));

    const valuations = [...rowsOfFunds(rows, told)].map(([fund, days]) => ({
      fund,
      fundName: theOne(days.map(({ row }) => row), 'fund_name', (row) => row.text('fund_name')),
      days: days.map(({ day }) => day),
    }));
    refusals.throwIfAny();
    return { rowsRead: rows.length, reports: { valuations } };
  },
});

interface ReadDay {
  readonly row: TableRow;
  readonly day: ValuationDay;
}

/** The days of each fund, in the order of the file. Refuses a day that a fund has twice. */
function rowsOfFunds(rows: readonly TableRow[], told: Told): ReadonlyMap<string, readonly ReadDay[]> {
  const funds = new Map<string, ReadDay[]>();
  for (const row of rows) {
    const fund = fundIn(row, told.fund);
    const day = dayOf(row, told);
    if (fund === null || day === null) continue;
    const days = funds.get(fund) ?? [];
    const first = days.find((other) => other.day.observedOn === day.observedOn);
    if (first !== undefined) row.refuse('observed_on', `${fund} on ${day.observedOn} stands on line ${first.row.line} already`);
    days.push({ row, day });
    funds.set(fund, days);
  }
  return funds;
}

/** Null only where the day was refused. */
function dayOf(row: TableRow, told: Told): ValuationDay | null {
  const observedOn = observedOnIn(row, told.observedOn);
  const nav = row.positive('nav');
  const sharesOutstanding = row.positive('shares_outstanding');
  if (row.text('nav') === null && row.text('shares_outstanding') === null) {
    row.refuse(null, 'expected nav or shares_outstanding, found neither');
  }
  return observedOn === null ? null : { observedOn, knownOn: knownOnIn(row, observedOn), nav, sharesOutstanding };
}
