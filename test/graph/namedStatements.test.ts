import type { DataSource } from 'typeorm';
import { Reader } from '../../src/store/Reader';
import { createDataSource } from '../../src/store/dataSource';
import { useDatabase } from '../support/database';

const database = useDatabase();

/** One connection alone, so that all its statements are prepared on it. */
async function withOneConnection(use: (reader: Reader, prepared: () => Promise<readonly string[]>) => Promise<void>): Promise<void> {
  const db = await createDataSource(database().url, { poolSize: 1, statementTimeoutMs: 0 }).initialize();
  try {
    await use(new Reader(db), () => preparedOn(db));
  } finally {
    await db.destroy();
  }
}

const preparedOn = async (db: DataSource): Promise<readonly string[]> =>
  (await db.query<{ statement: string }[]>('SELECT statement FROM pg_prepared_statements ORDER BY prepare_time')).map(({ statement }) => statement);

const adding = (n: number) => ({ text: `to_json(${n} + $1::int)`, values: [1_000] });

describe('a statement', () => {
  it('is prepared on its connection from its second use, once', async () => {
    await withOneConnection(async (reader, prepared) => {
      const seen: number[] = [];
      for (let use = 1; use <= 4; use += 1) {
        expect((await reader.read(adding(1))).json).toBe('1001');
        seen.push((await prepared()).length);
      }
      expect(seen).toEqual([0, 1, 1, 1]);
      expect((await prepared())[0]).toContain('to_json(1 + $1::int)');
    });
  });

  it('is deallocated when 200 others were used since, and then answers again', async () => {
    await withOneConnection(async (reader, prepared) => {
      const usedTwice = async (n: number): Promise<void> => {
        for (let use = 0; use < 2; use += 1) expect((await reader.read(adding(n))).json).toBe(String(n + 1_000));
      };
      for (let n = 0; n < 230; n += 1) {
        await usedTwice(n);
        if (n % 10 === 0) await reader.read(adding(0));
        if (n >= 195) expect((await prepared()).length).toBe(Math.min(n + 1, 200));
      }
      const kept = async (n: number): Promise<boolean> => (await prepared()).some((text) => text.includes(`to_json(${n} +`));
      expect([await kept(0), await kept(1), await kept(29), await kept(31), await kept(229)]).toEqual([true, false, false, true, true]);
      await usedTwice(1);
      expect([await kept(1), (await prepared()).length]).toEqual([true, 200]);
    });
  });

  it('is prepared within a transaction too, and one that failed can be asked again', async () => {
    await withOneConnection(async (reader, prepared) => {
      const failing = { text: 'to_json(1 / $1::int)', values: [0] };
      for (let use = 0; use < 3; use += 1) {
        await expect(reader.inOneSnapshot((read) => read(failing))).rejects.toThrow('division by zero');
        await expect(reader.read({ text: 'to_json(nothing)', values: [] })).rejects.toThrow('does not exist');
      }
      expect((await reader.inOneSnapshot((read) => read({ ...failing, values: [1] }))).json).toBe('1');
      expect(await prepared()).toHaveLength(1);
    });
  });
});
