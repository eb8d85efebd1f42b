import { sourceByKey } from '../../../src/sources/sources';
import { loadFile } from '../../../src/store/load/loadFile';
import { aYear } from '../../domain/earnings/companyFile';
import { dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { loadCompany } from '../../store/load/companyFile';
import { noonOf } from '../../store/load/invented';

const database = useDatabase();

const CIK = '0001999001';

const load = (source: string, fileName: string, text: string) =>
  loadFile(database().db, { source: sourceByKey(source), fileName, bytes: Buffer.from(text), told: {}, now: noonOf('2026-11-02') });

const OWN = `symbol,period_end,report_on,estimate,actual,known_on
QRRY,2023-03-31,2023-04-30,0.60,,2023-03-01
QRRY,2023-03-31,2023-05-02,0.55,,2023-04-15
QRRY,2023-12-31,2024-02-20,1,,2023-12-01
OTHER,2023-12-31,2024-02-10,,,2023-12-01
`;

const EARNINGS = `fiscalDateEnding,reportedDate,reportedEPS,estimatedEPS
2023-09-30,2023-11-02,0.03,0.019
2023-06-30,2023-08-03,0.4,8.1
2023-03-31,2023-05-02,0.5,0.4`;

beforeAll(async () => {
  await loadCompany(database().db, CIK, aYear(2023));
  await load('edgar-tickers', 'company_tickers_2026-11-01.json', JSON.stringify({ 0: { cik_str: 1999001, ticker: 'QRRY', title: 'QUARRY HILL INC' } }));
  await load('csv-estimates', 'own.csv', OWN);
  await load('alphavantage-earnings', 'QRRY.csv', EARNINGS);
});

type Answer = Readonly<Record<string, unknown>>;

const company = async (fields: string, asOf: string, knowledge = 'ANY'): Promise<Answer> =>
  (await dataOf<{ company: Answer }>(database().db, `{ company(cik: "${CIK}", asOf: "${asOf}", knowledge: ${knowledge}) { ${fields} } }`)).company;

const FIELDS = 'periodEnd reportOn epsEstimate epsActual surprise isReported knownOnBasis';

/** What stands of a quarter: `2023-03-31: 0.4 expected, 0.5 reported on 2023-05-02`. */
async function told(asOf: string, knowledge?: string): Promise<readonly string[]> {
  type Node = { readonly periodEnd: string; readonly reportOn: string; readonly epsEstimate: number; readonly epsActual: number | null };
  const { estimates } = (await company(`estimates { nodes { ${FIELDS} } }`, asOf, knowledge)) as { readonly estimates: { readonly nodes: readonly Node[] } };
  return estimates.nodes.map(({ periodEnd, reportOn, epsEstimate, epsActual }) => `${periodEnd}: ${epsEstimate} expected, ${epsActual ?? 'nothing'} reported on ${reportOn}`);
}

describe("a company's estimates", () => {
  it('are those known on the day: the consensus as it moved, then what was reported with that of the same row', async () => {
    expect(await told('2023-02-28')).toEqual([]);
    expect(await told('2023-03-01')).toEqual(['2023-03-31: 0.6 expected, nothing reported on 2023-04-30']);
    expect(await told('2023-04-15')).toEqual(['2023-03-31: 0.55 expected, nothing reported on 2023-05-02']);
    expect(await told('2023-05-01')).toEqual(['2023-03-31: 0.4 expected, nothing reported on 2023-05-02']);
    expect(await told('2023-05-02')).toEqual(['2023-03-31: 0.4 expected, 0.5 reported on 2023-05-02']);
  });

  it('are under PROVEN those of files that were read by then', async () => {
    expect(await told('2023-05-02', 'PROVEN')).toEqual(['2023-03-31: 0.55 expected, nothing reported on 2023-05-02']);
  });

  it('have a surprise in percent, unless it is over next to nothing or as large as a split makes it', async () => {
    const { estimates } = await company('estimates { nodes { surprise missing { field reason } } }', '2024-01-01');
    expect(estimates).toEqual({
      nodes: [
        { surprise: 25, missing: [] },
        { surprise: null, missing: [{ field: 'surprise', reason: 'SPLIT_SUSPECTED' }] },
        { surprise: null, missing: [{ field: 'surprise', reason: 'ESTIMATE_TOO_SMALL' }] },
        { surprise: null, missing: ['epsActual', 'surprise'].map((field) => ({ field, reason: 'NOT_KNOWN_YET' })) },
      ],
    });
  });

  it('stand beside the quarters that were filed, and not beside the year', async () => {
    const { earnings } = await company('earnings(first: 1) { nodes { periodEnd surprise estimate { epsActual earnings { periodEnd } company { cik } } } }', '2024-01-01');
    expect(earnings).toEqual({ nodes: [{ periodEnd: '2023-03-31', surprise: 25, estimate: { epsActual: 0.5, earnings: { periodEnd: '2023-03-31' }, company: { cik: CIK } } }] });
    const year = await company('earnings(period: YEAR) { nodes { surprise estimate { id } missing { field } } }', '2024-06-01');
    expect(year).toMatchObject({ earnings: { nodes: [{ surprise: null, estimate: null }] } });
    expect(JSON.stringify(year)).not.toContain('"surprise"}');
  });

  it('tell the next report until it is out', async () => {
    const next = async (asOf: string) => (await company('nextReport { periodEnd reportOn }', asOf)).nextReport;
    expect(await next('2023-04-20')).toEqual({ periodEnd: '2023-03-31', reportOn: '2023-05-02' });
    expect(await next('2023-05-02')).toBeNull();
    expect(await next('2024-02-20')).toEqual({ periodEnd: '2023-12-31', reportOn: '2024-02-20' });
    expect(await next('2024-02-21')).toBeNull();
  });
});

describe('the calendar of earnings', () => {
  const calendar = async (asked: string): Promise<readonly string[]> => {
    type Data = { readonly earningsCalendar: { readonly nodes: readonly { readonly symbol: string; readonly reportOn: string }[] } };
    const { earningsCalendar } = await dataOf<Data>(database().db, `{ earningsCalendar(${asked}) { nodes { symbol reportOn } } }`);
    return earningsCalendar.nodes.map(({ symbol, reportOn }) => `${reportOn} ${symbol}`);
  };

  it('lists the reports expected from the knowledge date on, in the order of days', async () => {
    expect(await calendar('asOf: "2024-01-01"')).toEqual(['2024-02-10 OTHER', '2024-02-20 QRRY']);
    expect(await calendar('asOf: "2024-01-01", to: "2024-02-19"')).toEqual(['2024-02-10 OTHER']);
  });

  it('lists a report that was put off on its new day alone, and those that came on theirs', async () => {
    expect(await calendar('asOf: "2023-04-14", from: "2023-04-01", to: "2023-05-31"')).toEqual(['2023-04-30 QRRY']);
    expect(await calendar('asOf: "2023-04-15", from: "2023-04-01", to: "2023-05-31"')).toEqual(['2023-05-02 QRRY']);
    expect(await calendar('asOf: "2024-01-01", from: "2023-05-01", to: "2023-08-31"')).toEqual(['2023-05-02 QRRY', '2023-08-03 QRRY']);
  });
});
