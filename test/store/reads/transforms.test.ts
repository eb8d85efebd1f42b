import { Frequency } from '../../../src/domain/indicators/Frequency';
import { Transform } from '../../../src/domain/indicators/transforms/Transform';
import type { Transformed, Vintage } from '../../../src/domain/indicators/transforms/Told';
import { transformed } from '../../../src/domain/indicators/transforms/transformed';
import { transformedSql } from '../../../src/store/reads/transforms';
import { sql, write } from '../../../src/store/sql';
import { randomVintage } from '../../domain/indicators/randomVintage';
import { useDatabase } from '../../support/database';
import { Random } from '../../support/Random';

const database = useDatabase();

/** What the statement tells of a vintage, in order. */
async function toldInSql(transform: Transform, { frequency, isRate, observations }: Vintage): Promise<readonly Transformed[]> {
  const rows = sql`SELECT "observedOn" AS observed_on, value, "observedOn" AS known_on, 'VINTAGE' AS known_on_basis, "observedOn" AS proven_on, 1 AS document_id, 1 AS vintage_id
    FROM json_to_recordset(${JSON.stringify(observations)}::json) AS o("observedOn" date, value numeric)`;
  const values: unknown[] = [];
  const told = transformedSql(transform, rows, { frequency, isRate: sql`${isRate}::boolean`, isIrregular: sql`FALSE` });
  const text = write(sql`SELECT observed_on::text AS "observedOn", value::float8, flag, reason FROM (${told}) t ORDER BY 1`, values);
  return database().db.query(text, values);
}

describe.each(Object.values(Frequency))('a transform of random series in SQL, %s', (frequency) => {
  const random = new Random(31);
  const vintages = [0, 0.02, 0.2, 0.5].flatMap((lacking) => [
    randomVintage(random, { frequency, length: frequency === Frequency.DAILY ? 3_000 : 600, lacking }),
    randomVintage(random, { frequency, length: 150, lacking, isRate: true }),
    randomVintage(random, { frequency, length: 150, lacking, start: 0 }),
  ]);

  it.each(Object.values(Transform))('tells %s as the pure function does', async (transform) => {
    for (const vintage of vintages) {
      const expected = transformed(transform, vintage).map((one) => ({ ...one, value: one.value === null ? null : (expect.closeTo(one.value, 8) as number) }));
      expect(await toldInSql(transform, vintage)).toEqual(expected);
    }
  });
});

describe('a transform in SQL', () => {
  it('tells nothing of nothing', async () => {
    for (const transform of Object.values(Transform)) {
      expect(await toldInSql(transform, { frequency: Frequency.MONTHLY, isRate: false, observations: [] })).toEqual([]);
    }
  });
});
