import { isoDate } from '../../../src/domain/isoDate';
import { sourceByKey } from '../../../src/sources/sources';
import { loadFile } from '../../../src/store/load/loadFile';
import { useDatabase } from '../../support/database';
import { noonOf } from './invented';

const database = useDatabase();

let made = 0;
let ticker = '';
beforeEach(() => {
  made += 1;
  ticker = `E${made}`;
});

interface Circumstances {
  readonly source?: string;
  readonly on?: string;
  readonly knownOn?: string;
  readonly fileName?: string;
}

function load(text: string, { source = 'alphavantage-earnings', on = '2026-11-02', knownOn, fileName = `${ticker}.csv` }: Circumstances = {}) {
  const told = knownOn === undefined ? {} : { knownOn: isoDate(knownOn) };
  return loadFile(database().db, { source: sourceByKey(source), fileName, bytes: Buffer.from(text), told, now: noonOf(on) });
}

const earnings = (...rows: readonly string[]): string => ['fiscalDateEnding,reportedDate,reportedEPS,estimatedEPS', ...rows].join('\n');
const calendar = (reportDate: string, estimate: string): string => `symbol,name,reportDate,fiscalDateEnding,estimate,currency\n${ticker},Invented,${reportDate},2026-09-30,${estimate},USD\n`;

/** What is stored of the ticker, a text a version. */
async function versions(): Promise<readonly string[]> {
  const rows = await database().db.query<{ text: string }[]>(
    `SELECT concat_ws(' ', e.period_month, e.report_on, coalesce(e.eps_estimate::text, '-'), coalesce(e.eps_actual::text, '-'), 'of', e.observed_on,
       'known', e.known_on, e.known_on_basis, 'proven', e.proven_on) AS text
     FROM earnings_estimate e JOIN security_description d ON d.id = e.description_id WHERE d.symbol = $1 ORDER BY e.period_month, e.known_on, e.observed_on, e.load_id`,
    [ticker],
  );
  return rows.map(({ text }) => text);
}

const Q1 = '2024-03-31,2024-05-02,1.1,1.0';
const Q2 = '2024-06-30,2024-08-01,0.525,0.5';

describe('estimates', () => {
  it('of a file without a day are assumed to have been known the day before the report, and what was reported on its day', async () => {
    expect(await load(earnings(Q2))).toMatchObject({ outcome: 'ADDED', rowsRead: 1, rowsAdded: 2, facts: [{ kind: 'estimates', about: ticker, from: '2024-07-31', to: '2024-08-01' }] });
    expect(await versions()).toEqual([
      '2024-06-30 2024-08-01 0.5 - of 2024-07-31 known 2024-07-31 LAG_ASSUMED proven 2026-11-02',
      '2024-06-30 2024-08-01 0.5 0.525 of 2024-08-01 known 2024-08-01 LAG_ASSUMED proven 2026-11-02',
    ]);
  });

  it('of a dated download are known since that day', async () => {
    await load(earnings(Q2), { knownOn: '2024-09-02' });
    expect(await versions()).toEqual(['2024-06-30 2024-08-01 0.5 0.525 of 2024-08-01 known 2024-09-02 VINTAGE proven 2024-09-02']);
  });

  it('that grow by a quarter add that quarter, and the same again nothing', async () => {
    await load(earnings(Q1));
    expect(await load(earnings(Q2, Q1), { on: '2026-11-03' })).toMatchObject({ rowsAdded: 2, rowsUnchanged: 2 });
    for (const on of ['2026-11-03', '2026-11-19']) expect(await load(earnings(Q2, Q1), { on })).toMatchObject({ outcome: 'UNCHANGED', rowsAdded: 0 });
    expect(await versions()).toHaveLength(4);
  });

  it('that a later file restates are another version, known since it was seen', async () => {
    await load(earnings(Q2));
    await load(earnings('2024-06-30,2024-08-01,0.2625,0.25'), { on: '2026-11-10' });
    expect((await versions()).slice(2)).toEqual([
      '2024-06-30 2024-08-01 0.25 - of 2024-07-31 known 2026-11-10 FIRST_SEEN proven 2026-11-10',
      '2024-06-30 2024-08-01 0.25 0.2625 of 2024-08-01 known 2026-11-10 FIRST_SEEN proven 2026-11-10',
    ]);
  });

  it('of a calendar without a day are of the day of its first load, however often it is loaded', async () => {
    const file = { source: 'alphavantage-calendar', fileName: 'calendar.csv' };
    await load(calendar('2026-11-20', '1.5'), { ...file, on: '2026-11-02' });
    expect(await load(calendar('2026-11-20', '1.5'), { ...file, on: '2026-11-05' })).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await load(calendar('2026-11-25', '1.4'), { ...file, on: '2026-11-05' })).toMatchObject({ outcome: 'ADDED' });
    expect(await versions()).toEqual([
      '2026-09-30 2026-11-20 1.5 - of 2026-11-02 known 2026-11-02 FIRST_SEEN proven 2026-11-02',
      '2026-09-30 2026-11-25 1.4 - of 2026-11-05 known 2026-11-05 FIRST_SEEN proven 2026-11-05',
    ]);
  });

  it('of calendars whose days are told end alike, whichever is loaded first', async () => {
    const of = async (...days: readonly string[]): Promise<readonly string[]> => {
      for (const knownOn of days) await load(calendar('2026-11-20', '1.5'), { source: 'alphavantage-calendar', fileName: 'calendar.csv', knownOn });
      return versions();
    };
    const inOrder = await of('2026-10-01', '2026-10-02');
    expect(inOrder).toHaveLength(2);
    ticker = `${ticker}X`;
    expect(await of('2026-10-02', '2026-10-01')).toEqual(inOrder);
  });

  it('are refused whole where one was reported after today, or after the day of the file', async () => {
    expect(await load(earnings(Q1, '2026-09-30,2026-11-05,1,1'))).toMatchObject({ outcome: 'REFUSED' });
    expect(await load(earnings(Q1, Q2), { knownOn: '2024-07-01' })).toMatchObject({ outcome: 'REFUSED' });
    expect(await versions()).toEqual([]);
  });
});
