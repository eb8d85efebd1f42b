import { once } from 'node:events';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { withDatabaseName } from '../support/serverOfTests';
import { useDatabase } from '../support/database';
import { endAll, prepareCatalyst, serve } from './catalystProcess';

const database = useDatabase();

describe('the command `serve` ends before it serves, with one line,', () => {
  let taken: Server;

  beforeAll(async () => {
    prepareCatalyst();
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
  });

  afterEach(endAll);
  afterAll(() => void taken.close());

  const portTaken = (): number => (taken.address() as AddressInfo).port;

  /** A port on which nothing listens: it was free a moment ago. */
  async function portFree(): Promise<number> {
    const passing = createServer().listen(0, '127.0.0.1');
    await once(passing, 'listening');
    const { port } = passing.address() as AddressInfo;
    passing.close();
    await once(passing, 'close');
    return port;
  }

  it('where a variable is wrong', async () => {
    const { code, stdout, stderr } = await serve({ PORT: 'http' }).ended;

    expect([code, stdout, stderr]).toEqual([2, '', 'PORT: expected a whole number from 0 to 65535.\n']);
  });

  it('where its port is in use', async () => {
    const { code, stdout, stderr } = await serve({ DATABASE_URL: database().url, PORT: String(portTaken()) }).ended;

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`PORT: ${portTaken()} is in use on 127.0.0.1. Name another, or 0 for any that is free.\n`);
  });

  it('where its host is none of this machine’s', async () => {
    const { code, stderr } = await serve({ DATABASE_URL: database().url, HOST: '192.0.2.1' }).ended;

    expect([code, stderr]).toEqual([2, 'HOST: 192.0.2.1 is no address of this machine.\n']);
  });

  it('where nothing listens at the database’s address: it names host and port and no password', async () => {
    const port = await portFree();
    const { code, stdout, stderr } = await serve({ DATABASE_URL: `postgres://user:s3cret@127.0.0.1:${port}/db` }).ended;

    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toBe(`Postgres at 127.0.0.1:${port}/db cannot be used: connect ECONNREFUSED 127.0.0.1:${port}.\n`);
  });

  it('where the database’s host has no address', async () => {
    const { code, stderr } = await serve({ DATABASE_URL: 'postgres://user:s3cret@no-such-host.invalid/db' }).ended;

    expect(code).toBe(3);
    expect(stderr).toMatch(/^Postgres at no-such-host\.invalid:5432\/db cannot be used: getaddrinfo \w+ no-such-host\.invalid\.\n$/);
  });

  it('where the server has no such database', async () => {
    const { code, stderr } = await serve({ DATABASE_URL: withDatabaseName(database().url, 'no_such') }).ended;

    expect(code).toBe(3);
    expect(stderr).toMatch(/^Postgres at \S+\/no_such cannot be used: database "no_such" does not exist\.\n$/);
  });

  it('where what listens there is no Postgres', async () => {
    taken.once('connection', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const { code, stderr } = await serve({ DATABASE_URL: `postgres://user:s3cret@127.0.0.1:${portTaken()}/db` }).ended;

    expect(code).toBe(3);
    expect(stderr).toMatch(/^Postgres at 127\.0\.0\.1:\d+\/db cannot be used: [^\n]+\n$/);
    expect(stderr).not.toContain('s3cret');
  });
});
