import { useDatabase } from '../support/database';
import { KNOWN, fillLanding } from '../graph/signals/landing';
import { withDatabaseName } from '../support/serverOfTests';
import { catalyst } from './catalyst';

const database = useDatabase();

const columns = process.stdout.columns;

beforeAll(async () => {
  await fillLanding(database().db);
  process.stdout.columns = 120;
});

afterAll(() => {
  process.stdout.columns = columns;
});

const explain = (...args: readonly string[]) => catalyst(database().url, 'explain', ...args);

const LANDING = `A soft landing (soft-landing) as of 2024-10-01
value  0 score: the mean by weight of easing (the greater of fed-easing and fed-cuts-ahead), growth, inflation, labor and financial conditions
score  0.000, NEUTRAL, told without all of its inputs
basis  VINTAGE, the weakest of its facts

A soft landing scored 0.00: easing +1.00, growth +1.00, inflation 0.00, labor -0.33, financial conditions +1.00; Sahm's gap of 0.70 pp, not below the 0.00 of three months before, keeps it from above 0, which speaks neither for nor against a rotation into small caps (without all of it: no value of ICSA about the 440 days before was known).

the score is the sum of
kind   term                  weight  value   score    adds
INPUT  fed-easing             0.111    -50  +1.000  +0.111
INPUT  fed-cuts-ahead         0.111   -123  +1.000  +0.111
MAX    easing                     -      -       -   0.000
INPUT  growth-resilience      0.222  4.033  +1.000  +0.222
INPUT  inflation-moderation   0.222      0   0.000   0.000
INPUT  labor-resilience       0.222    0.7  -0.333  -0.074
INPUT  financial-conditions   0.111   -0.5  +1.000  +0.111
VETO   sahm                       -      -       -  -0.481

1 of 21 facts, what weighs most first
  adds  term                      fact                   value  unit                         known on    basis    document
+0.222  growth-resilience growth  real GDP of Q2 2024  111.485  billions of chained dollars  2024-10-01  VINTAGE  file.js…

1 of 7 facts speak against it, the strongest first
  adds  term                   fact                        value  unit  known on    basis    document
-0.148  labor-resilience sahm  unemployment of March 2024    3.5  %     2024-10-01  VINTAGE  file.json, An invented pub…

missing
input  reason         why
ICSA   NOT_KNOWN_YET  no value of ICSA about the 440 days before was known
`;

describe('catalyst explain SIGNAL', () => {
  it('prints value, score and sentence, what the score is the sum of, the facts, those against it, and what is missing', async () => {
    expect(await explain('soft-landing', '--as-of', KNOWN, '--first', '1')).toEqual({ code: 0, stdout: LANDING, stderr: '' });
  });

  it('leaves out what there is nothing of', async () => {
    const { stdout } = await explain('financial-conditions', '--as-of', KNOWN);
    expect(stdout.split('\n').filter((line) => /^(missing|\d+ of|the score)/.test(line))).toEqual(['the score is the sum of', '1 of 1 facts, what weighs most first']);
  });

  it('says what cannot be told, and goes by what is proven where asked', async () => {
    const { code, stdout } = await explain('financial-conditions', '--as-of', '2024-09-30', '--knowledge', 'proven');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `The ease of financial conditions (financial-conditions) as of 2024-09-30, by what is proven
value  -: the newest NFCI
score  -, INSUFFICIENT_DATA

The ease of financial conditions cannot be told as of 2024-09-30: no value of NFCI about the 35 days before was known.

missing
input  reason         why
NFCI   NOT_KNOWN_YET  no value of NFCI about the 35 days before was known
`,
    });
  });

  it('goes by the basket and the funds that it is asked for, and says what is close to one that there is not', async () => {
    const { code, stdout } = await explain('small-cap-leadership', '--as-of', KNOWN, '--basket', 'top7', '--benchmark', 'vtwo/QQQ');
    expect({ code, lines: stdout.split('\n').slice(1, 5) }).toEqual({
      code: 0,
      lines: ['value  -: 100 x (total return of VTWO - total return of QQQ), both over 63 trading days', 'score  -, INSUFFICIENT_DATA', '', expect.stringMatching(/^The lead of small caps cannot be told as of .*: no close of VTWO over .*; no close of QQQ/)],
    });
    expect(await explain('rotation', '--basket', 'top77')).toMatchObject({ code: 2, stderr: expect.stringMatching(/^There is no basket 'top77'\. Close to it: top7\.$/m) as unknown });
  });

  it('prints with --json what the graph answered as one object', async () => {
    const { code, stdout } = await explain('financial-conditions', '--as-of', KNOWN, '--json');
    expect({ code, answer: JSON.parse(stdout) as unknown }).toMatchObject({
      code: 0,
      answer: { signal: { key: 'financial-conditions', score: 1, evidence: [{ label: 'NFCI of 2024-09-27', node: { source: { publisher: 'An invented publisher', isSimulated: false } } }], contrary: [] } },
    });
  });

  it.each([
    ['with a ticker', ['soft-landing', 'IWM'], /^explain needs a signal's key, as in catalyst explain soft-landing, or a ticker after holdings/],
    ['with an option for holdings', ['soft-landing', '--from', '2024-01-01'], /^--from is for holdings: explain soft-landing takes --basket, --benchmark, --as-of, --knowledge, --first and --json\.$/],
    ['with a --benchmark that is no pair', ['rotation', '--benchmark', 'VTWO'], /^--benchmark: expected two tickers as in IWM\/SPY, found 'VTWO'\.$/],
    ['of holdings with a basket', ['holdings', 'IWM', '--basket', 'mag7'], /^--basket is for signals: explain holdings takes --from, --to, --as-of, --knowledge, --kinds, --first and --json\.$/],
    ['with an --as-of that is no day', ['soft-landing', '--as-of', 'now'], /^--as-of: expected a day written YYYY-MM-DD, found 'now'\.$/],
    ['with an unknown kind of knowledge', ['soft-landing', '--knowledge', 'SURE'], /^--knowledge: expected one of ANY, PROVEN, found 'SURE'\.$/],
    ['with a --first that is no number', ['soft-landing', '--first', 'all'], /^--first: expected a whole number, found 'all'\.$/],
    ['of a signal that there is not', ['astrology'], /^There is no topic 'astrology'\. Known: holdings, .*soft-landing/],
  ])('ends with 2 before it touches the database, and says what is wrong: %s', async (_, args, message) => {
    const { code, stdout, stderr } = await catalyst(withDatabaseName(database().url, 'never_asked'), 'explain', ...args);
    expect({ code, stdout, stderr: stderr.trimEnd() }).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(message) as unknown });
  });
});
