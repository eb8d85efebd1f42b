import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DatabaseUnavailable } from '../../../src/domain/errors';
import { ownFolder } from '../../../src/store/embedded/ownFolder';
import { postmasterPid } from '../../../src/store/embedded/postmasterPid';
import { startEmbedded, type EmbeddedServer } from '../../../src/store/embedded/startEmbedded';

describe('the embedded Postgres of a clone', () => {
  let root: string;
  let folder: string;
  let number = 0;
  let name: string;
  let place: string;
  let data: string;
  let servers: EmbeddedServer[];

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'catalyst-clone-'));
    folder = (await ownFolder(root)).path;
  });

  beforeEach(() => {
    name = `test-${(number += 1)}`;
    place = join(folder, `cluster-${name}`);
    data = join(place, 'data');
    servers = [];
  });

  afterEach(async () => {
    for (const server of servers) await server.stop();
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
    await rm(root, { recursive: true });
  });

  async function start(onLaunched: () => void = () => undefined): Promise<EmbeddedServer> {
    const server = await startEmbedded(root, { name, onLaunched });
    servers.push(server);
    return server;
  }

  it('answers on loopback, in UTF-8, under the builtin locale, to its password alone', async () => {
    const { url, isOurs } = await start();

    expect(isOurs).toBe(true);
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect(
      await ask(
        url,
        `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale
         from pg_database where datname = current_database()`,
      ),
    ).toEqual([{ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' }]);
    await expect(ask(url.replace(/:\w+@/, ':wrong@'), 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('is found running by the second who starts it, with its data', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 42 as answer');
    const started = await postmasterPid(data);

    const second = await start();

    expect(second).toMatchObject({ url: first.url, isOurs: false });
    expect(await postmasterPid(data)).toEqual(started);
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('tells who starts it that it is on its way, and nobody who finds it running', async () => {
    const told: string[] = [];
    await start(() => void told.push('first'));
    await start(() => void told.push('second'));
    expect(told).toEqual(['first']);
  });

  it('is one, when two start it at once', async () => {
    const [one, other] = await Promise.all([start(), start()]);

    expect(one.url).toBe(other.url);
    expect([one.isOurs, other.isOurs].sort()).toEqual([false, true]);
  });

  it('starts again after it was killed, with what was committed', async () => {
    const { url } = await start();
    await ask(url, 'create table kept as select 42 as answer');
    await kill(data);

    const again = await start();

    expect(again.isOurs).toBe(true);
    expect(await ask(again.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('starts although the number in its postmaster.pid has become another process’', async () => {
    await (await start()).stop();
    await writeFile(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n0\n1\n\n127.0.0.1\n\nready\n`);

    expect((await start()).isOurs).toBe(true);
  });

  it('starts although its postmaster.pid was never written to the end', async () => {
    await (await start()).stop();
    await writeFile(join(data, 'postmaster.pid'), '');

    expect((await start()).isOurs).toBe(true);
  });

  it('is one, when two find at once that it was killed', async () => {
    await (await start()).stop();
    await writeFile(join(data, 'postmaster.pid'), `${deadPid()}\n${data}\n0\n1\n\n127.0.0.1\n\nready\n`);

    const [one, other] = await Promise.all([start(), start()]);

    expect(one.url).toBe(other.url);
    expect(new URL(one.url).port).toBe(String((await postmasterPid(data))?.port));
  });

  it('runs on when it is stopped while a client is connected, and stops when nobody is', async () => {
    const server = await start();
    const client = new Client({ connectionString: server.url });
    await client.connect();

    await server.stop();
    expect((await client.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }]);

    const last = await start();
    await client.end();
    await last.stop();
    expect(last.isOurs).toBe(false);
    expect(await postmasterPid(data)).toBeNull();
  });

  it('runs on for a process that started it and has no connection open', async () => {
    const [idle, passing] = [await start(), await start()];

    await passing.stop();

    expect(await ask(idle.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is there for whoever starts it while it is being stopped', async () => {
    const leaving = await start();

    const [coming] = await Promise.all([start(), leaving.stop()]);

    expect(await ask(coming.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is made anew when the one who made it was killed, and leaves nothing of the first attempt', async () => {
    const unfinished = `${place}.${deadPid()}.0123abcd`;
    await mkdir(join(unfinished, 'data', 'base'), { recursive: true });
    await writeFile(join(unfinished, 'data', 'PG_VERSION'), '18\n');

    const { url } = await start();

    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(unfinished)).toBe(false);
  });

  it('refuses data of another major version, names the folder and leaves it', async () => {
    await (await start()).stop();
    await writeFile(join(data, 'PG_VERSION'), '15\n');

    await expect(start()).rejects.toThrow(`${place} was made by Postgres 15; this is Postgres 18.`);
    expect(await readFile(join(data, 'PG_VERSION'), 'utf8')).toBe('15\n');
  });

  it('tells what Postgres said last when it cannot start', async () => {
    await (await start()).stop();
    await writeFile(join(data, 'postgresql.auto.conf'), 'no_such_setting = 1\n');

    await expect(start()).rejects.toThrow(DatabaseUnavailable);
    await expect(start()).rejects.toThrow(/unrecognized configuration parameter "no_such_setting"/);
  });

  it('does not enter a link that somebody has put in the place of its folder', async () => {
    const other = await mkdtemp(join(tmpdir(), 'catalyst-clone-'));
    const { path } = await ownFolder(other);
    await rm(path, { recursive: true });
    await symlink(root, path);

    await expect(startEmbedded(other)).rejects.toThrow(`${path} is not a folder of the user who runs this`);

    await rm(path);
    await rm(other, { recursive: true });
  });
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect().catch(async (error: unknown) => {
    await client.end();
    throw error;
  });
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function deadPid(): number {
  return spawnSync(process.execPath, ['--eval', '']).pid;
}

async function kill(data: string): Promise<void> {
  const postmaster = await postmasterPid(data);
  if (postmaster === null) throw new Error(`no Postgres runs on ${data}`);
  process.kill(postmaster.pid, 'SIGKILL');
}
