import { exportKinds } from '../../../src/exports/exportKinds';
import { formats } from '../../../src/exports/formats/formats';
import { useServer } from '../useServer';
import { JSON_BODY } from '../startTestServer';

/** What is asked, and what is said of it. */
const refused: readonly (readonly [string, number, string, string])[] = [
  ['prices.csv', 400, 'BAD_USER_INPUT', "'symbols' is left out: expected 1 to 5000 names with commas between them, each once."],
  ['prices.csv?symbols=IWM,,IVV', 400, 'BAD_USER_INPUT', "'symbols' is 'IWM,,IVV': expected 1 to 5000 names with commas between them, each once."],
  ['prices.csv?symbols=IWM&symbols=IVV', 400, 'BAD_USER_INPUT', "'symbols' is given more than once: expected it once."],
  ['prices.csv?symbols=IWM&asof=2024-01-02', 400, 'BAD_USER_INPUT', "There is no parameter 'asof' here: expected asOf, knowledge, symbols, from, to, adjust."],
  ['prices.csv?symbols=IWM&asOf=2024-02-30', 400, 'BAD_USER_INPUT', "'asOf' is '2024-02-30': expected a day, YYYY-MM-DD."],
  ['prices.csv?symbols=IWM&adjust=none', 400, 'BAD_USER_INPUT', "'adjust' is 'none': expected one of NONE, SPLITS, TOTAL_RETURN."],
  ['prices.csv?symbols=IWM&from=2024-02-02&to=2024-02-01', 400, 'BAD_USER_INPUT', "'to' is 2024-02-01: expected a day not before 'from', 2024-02-02."],
  ['prices.csv?symbols=a%00b', 400, 'BAD_USER_INPUT', "'symbols' holds the character U+0000 or half a surrogate pair, which no text here holds."],
  ['holdings.parquet?funds=IWM,NOPE', 404, 'NOT_FOUND', "There is no ETF 'NOPE'."],
  ['observations.arrow?codes=NOPE', 404, 'NOT_FOUND', "There is no indicator 'NOPE'."],
  ['earnings.csv', 400, 'BAD_USER_INPUT', "Earnings were asked with none of 'symbols' and 'ciks': expected one of them."],
  ['earnings.csv?ciks=x', 400, 'BAD_USER_INPUT', "'ciks' is 'x': expected a number of up to ten digits, not all zero."],
  ['signals.csv?keys=NOPE&from=2024-01-02', 404, 'NOT_FOUND', "There is no signal 'NOPE'."],
  ['signals.csv?from=2024-01-02&basket=NOPE', 400, 'BAD_USER_INPUT', "There is no basket 'NOPE'."],
  ['signals.csv?from=2024-01-02&small=', 400, 'BAD_USER_INPUT', "'small' is '': expected a name."],
  ['signals.csv?from=2024-01-02&large=IWM', 400, 'BAD_USER_INPUT', "'small' and 'large' are both IWM: expected two."],
  ['signals.csv', 400, 'BAD_USER_INPUT', "'from' is left out: expected a day, YYYY-MM-DD."],
  ['prices.xml?symbols=IWM', 404, 'NOT_FOUND', "There is no export 'prices.xml'."],
  ['', 404, 'NOT_FOUND', "There is no export ''."],
];

describe('an export that cannot be had', () => {
  const server = useServer();

  it.each(refused)('%s is refused with what was expected', async (path, status, code, detail) => {
    const answer = await server().request(`/export/${path}`);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect({ status: answer.status, problem: answer.body }).toEqual({
      status,
      problem: { title: expect.any(String) as string, status, code, detail: expect.stringContaining(detail) as string },
    });
  });

  it.each([
    ['holdings.csv?funds=IVM', ['IVV', 'IWM']],
    ['observations.csv?codes=UNRAT', ['UNRATE']],
  ])('%s is refused with what is close to it', async (path, close) => {
    const { status, body } = await server().request(`/export/${path}`);
    expect({ status, ...(body as object) }).toMatchObject({ status: 404, code: 'NOT_FOUND', suggestions: expect.arrayContaining(close) as string[] });
  });

  it('is one about a day that is not over yet', async () => {
    const { status, text } = await server().request('/export/prices.csv?symbols=IWM&asOf=9999-01-01');
    expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining('asOf 9999-01-01 lies in the future: today is') as string });
  });

  it('is one that is posted', async () => {
    const { status, text } = await server().request('/export/prices.csv?symbols=IWM', { method: 'POST', headers: JSON_BODY, body: '{}' });
    expect({ status, text }).toEqual({ status: 400, text: expect.stringContaining('An export is asked for with GET') as string });
  });

  it('is not one that is only looked at: HEAD says what would be sent', async () => {
    const { status, headers, text } = await server().request('/export/prices.parquet?symbols=IWM&asOf=2024-01-02', { method: 'HEAD' });
    expect({ status, text, type: headers.get('content-type'), name: headers.get('content-disposition') }).toEqual({
      ...{ status: 200, text: '', type: 'application/vnd.apache.parquet' },
      name: 'attachment; filename="prices-2024-01-02.parquet"',
    });
  });

  it('is told by the names of all that can be', async () => {
    const { text } = await server().request('/export/all.zip');
    for (const kind of exportKinds.keys()) for (const format of formats.keys()) expect(text).toContain(`${kind}.${format}`);
  });
});
