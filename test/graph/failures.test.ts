import { type AddressInfo, type Socket, connect, createServer } from 'node:net';
import { createDataSource } from '../../src/store/dataSource';
import { DatabaseUnavailable, Timeout } from '../../src/domain/errors';
import { Reader } from '../../src/store/Reader';
import { ask } from '../support/ask';
import { useDatabase } from '../support/database';

const database = useDatabase();

const QUERY = '{ etf(symbol: "IWM") { name snapshot { age } } etfs { totalCount } node(id: "x") { id } constructor: __typename }';
const NULLS = { etf: null, etfs: null, node: null, constructor: null };

/** A way to the server that can be closed, which is as if the server were gone. */
async function openWay(url: string) {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const way = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => near.destroy()).on('close', () => far.destroy()));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((opened) => way.listen(0, '127.0.0.1', opened));
  const through = new URL(url);
  through.host = `127.0.0.1:${(way.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    const closed = new Promise((done) => way.close(done));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { url: through.href, close };
}

describe('while Postgres cannot be reached', () => {
  it('every root field is null, with one error that says so', async () => {
    const way = await openWay(database().url);
    const db = await createDataSource(way.url, { poolSize: 2, statementTimeoutMs: 0 }).initialize();
    try {
      expect((await ask(db, '{ etf(symbol: "IWM") { symbol } }')).result.data).toEqual({ etf: { symbol: 'IWM' } });
      await way.close();
      for (const query of [QUERY, QUERY.replace('snapshot { age }', '')]) {
        const { data, errors } = (await ask(db, query)).result;
        expect(data).toEqual(NULLS);
        expect(errors).toEqual([{ message: 'The database cannot be reached.', extensions: { code: 'DATABASE_UNAVAILABLE' } }]);
      }
    } finally {
      await db.destroy();
    }
  });
});

describe('a connection that is cut', () => {
  it('is told as such, and the next statement has another', async () => {
    const reader = new Reader(database().db);
    const cut = { text: 'to_json(pg_terminate_backend(pg_backend_pid()))', values: [] };
    for (const refused of [reader.read(cut), reader.inOneSnapshot((read) => read(cut))]) await expect(refused).rejects.toThrow(DatabaseUnavailable);
    for (let i = 0; i < 5; i += 1) expect((await reader.read({ text: 'to_json(1)', values: [] })).json).toBe('1');
  });
});

describe('a statement that takes too long', () => {
  it('is stopped and told as such, and its connection goes on', async () => {
    const db = await createDataSource(database().url, { poolSize: 1, statementTimeoutMs: 400 }).initialize();
    try {
      const reader = new Reader(db);
      const long = { text: '(SELECT to_json(count(*)) FROM generate_series(1, 1000000000))', values: [] };
      for (const stopped of [() => reader.read(long), () => reader.inOneSnapshot((read) => read(long))]) await expect(stopped()).rejects.toThrow(Timeout);
      expect((await reader.read({ text: 'to_json(1)', values: [] })).json).toBe('1');
    } finally {
      await db.destroy();
    }
  });
});

/** Last, since it leaves the file's database without the table. */
describe('a statement that fails', () => {
  it('nulls every root field, with one error', async () => {
    const { db } = database();
    await db.query('DROP TABLE holding');
    const failing = QUERY.replace('name', 'name holdings { totalCount }');
    for (const query of [failing, failing.replace('snapshot { age }', '')]) {
      const { data, errors, extensions } = (await ask(db, query)).result;
      expect({ data, errors, extensions }).toEqual({
        data: NULLS,
        errors: [{ message: 'relation "holding" does not exist' }],
        extensions: { data: { version: null, asOf: '2026-11-20', isSettled: false } },
      });
    }
    expect((await ask(db, '{ etf(symbol: "IWM") { symbol } }')).result.data).toEqual({ etf: { symbol: 'IWM' } });
  });
});
