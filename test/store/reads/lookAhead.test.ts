import type { DataSource } from 'typeorm';
import { isoDate } from '../../../src/domain/isoDate';
import { Knowledge } from '../../../src/domain/knowledge';
import { latestObservationOf, observationsOf } from '../../../src/store/reads/observations';
import { recessionsAt } from '../../../src/store/reads/recessions';
import { revisionsOf } from '../../../src/store/reads/revisions';
import { SERIES, fillIndicators } from '../../support/marketIndicators';
import { type Stand, useTrimmedDatabases } from '../../support/trimmedDatabases';
import { type Says, aVintage, loadSeries } from '../load/inventedSeries';
import { rowsOf } from './rowsOf';

const DAYS = ['2023-09-10', '2024-06-30', '2024-10-08', '2024-12-20', '2025-02-15', '2025-04-15'];
const STANDS: readonly Stand[] = DAYS.flatMap((asOf) => Object.values(Knowledge).map((knowledge) => ({ asOf, knowledge })));
const WINDOWS = [[null, null], ['2024-03-01', null], ['2024-07-01', '2024-08-31'], ['2023-01-01', '2024-06-01']] as const;

const { databases, whole } = useTrimmedDatabases(fillIndicators);

/** All that there is to read of indicators. Numbers of vintages are those of the same rows in every copy. */
async function told(db: DataSource, { asOf, knowledge }: Stand): Promise<readonly unknown[]> {
  const at = { asOf: isoDate(asOf), knowledge };
  const answers: unknown[] = [await rowsOf(db, recessionsAt(at), 'started_on')];
  for (const series of [...SERIES, 'DGS10']) {
    for (const [from, to] of WINDOWS) answers.push({ series, from, to, rows: await rowsOf(db, observationsOf(series, at, { from, to }), 'observed_on') });
    answers.push(await rowsOf(db, latestObservationOf(series, at), 'observed_on'));
    for (const period of ['2024-02-01', '2024-07-01']) answers.push(await rowsOf(db, revisionsOf(series, period, at), 'place'));
  }
  return answers;
}

describe('an indicator as of a day', () => {
  it.each(STANDS)('reads alike from a database that never received a vintage known after $asOf under $knowledge', async (stand) => {
    const trimmed = await databases.trimmed(stand);
    expect(await told(whole(), stand)).toEqual(await told(trimmed, stand));
    await databases.drop(trimmed);
  });

  it('reads to the bit as before when vintages become known later that revise every period', async () => {
    const before = await Promise.all(STANDS.map((stand) => told(whole(), stand)));
    expect(JSON.stringify(before).match(/"value":/g)?.length).toBeGreaterThan(500);
    for (const series of [...SERIES, 'DGS10']) {
      const rows = await whole().query<{ day: string }[]>('SELECT DISTINCT observed_on::text AS day FROM vintage_value WHERE series_code = $1 ORDER BY 1', [series]);
      const says: Says = Object.fromEntries(rows.map(({ day }) => [day, '777']));
      expect(await loadSeries(whole(), [aVintage(series, '2025-06-02', says)])).toMatchObject({ outcome: 'ADDED' });
    }
    expect(await Promise.all(STANDS.map((stand) => told(whole(), stand)))).toEqual(before);
  });
});
