import type { QueryRunner } from 'typeorm';
import { type Read, Reader } from '../../src/store/Reader';
import { useDatabase } from '../support/database';

const database = useDatabase();

/** Any number that no other test locks. */
const LOCK = 7_313;

const asked = (text: string) => ({ text, values: [] });
const PROCESS = asked('SELECT pg_backend_pid()');
const COUNT = asked('SELECT count(*) FROM seen');
const WAITING = asked(`SELECT pg_backend_pid() FROM pg_advisory_xact_lock_shared(${LOCK})`);

const told = async (read: Read, statement: ReturnType<typeof asked>): Promise<string> => (await read(statement)).json;

/** Runs something while another connection holds the lock, and lets go of it when `use` says. */
async function whileLocked<T>(use: (letGo: () => Promise<unknown>) => Promise<T>): Promise<T> {
  const holder = database().db.createQueryRunner();
  await holder.query(`SELECT pg_advisory_lock(${LOCK})`);
  const letGo = (): Promise<unknown> => holder.query(`SELECT pg_advisory_unlock_all()`);
  try {
    return await use(letGo);
  } finally {
    await letGo();
    await holder.release();
  }
}

/** Takes so many connections of the pool of four. */
async function whileBusy<T>(count: number, use: () => Promise<T>): Promise<T> {
  const others: readonly QueryRunner[] = Array.from({ length: count }, () => database().db.createQueryRunner());
  await Promise.all(others.map((other) => other.connect()));
  try {
    return await use();
  } finally {
    await Promise.all(others.map((other) => other.release()));
  }
}

beforeAll(() => database().db.query('CREATE TABLE seen (n int)'));

describe('statements of one snapshot', () => {
  it('that are asked at once are answered by two processes of Postgres: by one while the other waits', async () => {
    const processes = await whileLocked((letGo) =>
      new Reader(database().db).inOneSnapshot(async (read) => {
        const first = told(read, WAITING);
        const others = [await told(read, PROCESS), await told(read, PROCESS)];
        await letGo();
        return [await first, ...others];
      }),
    );
    expect(new Set(processes).size).toBe(2);
    expect(processes[1]).toBe(processes[2]);
  });

  it('see the same moment in both', async () => {
    const counts = await whileLocked((letGo) =>
      new Reader(database().db).inOneSnapshot(async (read) => {
        const before = await told(read, COUNT);
        await database().db.query('INSERT INTO seen VALUES (1)');
        const first = told(read, WAITING);
        const second = await told(read, COUNT);
        await letGo();
        await first;
        return [before, second, await told(read, COUNT)];
      }),
    );
    expect(counts).toEqual(['0', '0', '0']);
    expect(await told((statement) => new Reader(database().db).read(statement), COUNT)).toBe('1');
  });

  it('go over one connection while more than half of the pool is busy', async () => {
    const processes = await whileBusy(2, () => new Reader(database().db).inOneSnapshot((read) => Promise.all(Array.from({ length: 8 }, () => told(read, PROCESS)))));
    expect(new Set(processes).size).toBe(1);
  });

  it('are asked in their order, but for one that is asked upon an answer: it comes before what waits since before that', async () => {
    const texts: string[] = [];
    const reader = new Reader(database().db, (text) => texts.push(text));
    await whileBusy(2, () =>
      reader.inOneSnapshot(async (read) => {
        await read(asked('SELECT 0'));
        const follows = read(asked('SELECT 1')).then(() => Promise.all([read(asked('SELECT 11')), read(asked('SELECT 12'))]));
        await Promise.all([follows, ...[2, 3, 4].map((n) => read(asked(`SELECT ${n}`)))]);
      }),
    );
    expect(texts.map((text) => text.replace('SELECT ', ''))).toEqual(['0', '1', '2', '11', '12', '3', '4']);
  });

  it('are no longer asked once one has failed, and leave no transaction open', async () => {
    const texts: string[] = [];
    const reader = new Reader(database().db, (text) => texts.push(text));
    const failing = whileBusy(2, () => reader.inOneSnapshot((read) => Promise.all([asked('SELECT 1 / 0'), PROCESS, PROCESS, PROCESS].map((statement) => read(statement)))));
    await expect(failing).rejects.toThrow('division by zero');
    expect(texts.length).toBeLessThan(4);
    const [{ open }] = await database().db.query<[{ open: string }]>("SELECT count(*) AS open FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'");
    expect(open).toBe('0');
  });

  it('cannot be asked after its end', async () => {
    const read = await new Reader(database().db).inOneSnapshot((inside) => Promise.resolve(inside));
    await expect(read(PROCESS)).rejects.toThrow('The snapshot is over.');
  });
});
