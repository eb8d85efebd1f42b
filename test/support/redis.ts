import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Redis } from 'ioredis';

const hasServer = spawnSync('redis-server', ['--version']).status === 0;

if (!hasServer && process.env.CI_REQUIRES_REDIS !== undefined) throw new Error('Tests that need Redis have to run here, and there is no redis-server.');

/** Tests on a Redis of their own, where there is a `redis-server`; elsewhere it is said that they did not run. */
export const describeRedis: jest.Describe = hasServer ? describe : sayNotRun();

function sayNotRun(): jest.Describe {
  console.log('Tests that need Redis do not run: there is no redis-server.');
  return describe.skip;
}

/** A Redis that one can do everything to that happens to one. */
export interface TestRedis {
  readonly url: string;
  /** A command, from a client that is closed afterwards. */
  readonly say: (command: string, ...args: readonly string[]) => Promise<unknown>;
  /** Stops it from answering, with all connections open. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly kill: () => Promise<void>;
  /** Starts it again at the same address, empty. */
  readonly restart: () => Promise<void>;
}

/** A Redis of this test file's own, from the first test to the last. It keeps nothing on disk. */
export function useRedis(): () => TestRedis {
  let port = 0;
  let server: ChildProcess;

  const start = async (): Promise<void> => {
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    for await (const chunk of server.stdout ?? []) {
      said += String(chunk);
      if (said.includes('Ready to accept connections')) return;
    }
    throw new Error(`redis-server ended: ${said}`);
  };
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };

  beforeAll(async () => {
    port = await freePort();
    await start();
  });
  afterAll(kill);

  return () => ({
    url: `redis://127.0.0.1:${port}`,
    say: async (command, ...args) => {
      const client = new Redis(port, '127.0.0.1');
      try {
        return await client.call(command, ...args);
      } finally {
        client.disconnect();
      }
    },
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    kill,
    restart: start,
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
