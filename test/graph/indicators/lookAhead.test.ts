import { addDays, isoDate } from '../../../src/domain/isoDate';
import { type Says, aVintage, loadSeries } from '../../store/load/inventedSeries';
import { dataOf } from '../../support/ask';
import { useDatabase } from '../../support/database';
import { loadReleaseDays } from '../../support/marketReleases';

const database = useDatabase();

const MONTHS = Array.from({ length: 40 }, (_, n) => isoDate(`${2021 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`));
const says = (to: number, more = 0): Says => Object.fromEntries(MONTHS.slice(0, to).map((month, n) => [month, (100 + n * 1.5 + ((n * 7) % 5) + more).toFixed(1)]));

/** Before the first vintage, between two, and after all that is loaded at first. */
const STANDS = ['2023-06-09', '2023-11-20', '2024-03-15'].flatMap((asOf) => [`asOf: "${asOf}"`, `asOf: "${asOf}", knowledge: PROVEN`]);

const TRANSFORMS = ['LEVEL', 'CHANGE', 'YOY', 'ANNUALIZED_6M', 'MEAN_3M', 'ZSCORE'];

/** Every way in which an indicator is told, as of all stands, as one text. */
async function told(): Promise<string> {
  const node = 'observedOn value flags missing { reason } knownOn knownOnBasis provenOn vintage { knownOn } source { fileName }';
  const one = TRANSFORMS.map(
    (transform) => `${transform}: observations(transform: ${transform}, first: 60) { nodes { ${node} } } ${transform}_FIRST: observations(transform: ${transform}, print: FIRST, first: 60) { nodes { ${node} } } ${transform}_LAST: latest(transform: ${transform}) { ${node} }`,
  ).join('\n');
  const revisions = `revisions(of: "2023-02-01") { knownOn value change source { fileName } } vintages { nodes { knownOn isServed } } release { lastOn lastOnBasis nextOn nextOnBasis dates { nodes { releaseOn isScheduled provenOn } } }`;
  const answers: unknown[] = [];
  for (const stand of STANDS) for (const code of ['PAYEMS', 'UNRATE']) answers.push(await dataOf(database().db, `{ indicator(code: "${code}", ${stand}) { ${one} ${revisions} } }`));
  return JSON.stringify(answers);
}

describe('what an indicator tells as of a day', () => {
  it('is not changed by a bit by vintages, calendars and revisions that became known later', async () => {
    const { db } = database();
    for (const code of ['PAYEMS', 'UNRATE']) {
      await loadSeries(db, [aVintage(code, '2023-08-04', says(31)), aVintage(code, '2023-11-03', says(34, 1)), aVintage(code, '2024-02-02', says(37, -1))], { fileName: `${code}.json` });
    }
    await loadReleaseDays(db, { 50: ['2023-02-03', '2023-03-10', '2023-04-07', '2023-05-05', '2023-06-02', '2023-07-07', '2023-08-04'] }, { knownOn: '2023-08-20' });
    await loadReleaseDays(db, { 50: ['2024-02-02', '2024-03-08', '2024-04-05'] }, { knownOn: '2024-02-10' });
    const before = await told();
    expect(before.match(/"value":-?\d/g)?.length).toBeGreaterThan(1_000);
    for (const basis of ['VINTAGE', 'RELEASE_CALENDAR', 'LAG_ASSUMED']) expect(before).toContain(`"knownOnBasis":"${basis}"`);

    for (const code of ['PAYEMS', 'UNRATE']) {
      await loadSeries(db, [aVintage(code, '2024-03-16', says(38, 500)), aVintage(code, addDays(isoDate('2024-03-16'), 30), says(39, -500))], { fileName: 'later.json' });
      await loadSeries(db, [aVintage(code, null, says(40, 777))], { fileName: 'undated.json' });
    }
    await loadReleaseDays(db, { 50: ['2024-02-02', '2024-03-18', '2024-04-09'] }, { knownOn: '2024-03-16', fileName: 'later.json' });
    expect(await told()).toBe(before);
  });
});
