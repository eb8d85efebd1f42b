import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InvalidConfiguration } from '../domain/errors';
import type { Config } from './config';

/** What keeps a server from listening, in the words of who can change it. */
const REASONS: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) => `PORT: ${port} is in use on ${host}. Name another, or 0 for any that is free.`,
  EACCES: (host, port) => `PORT: this user may not listen on ${port} of ${host}. Name one above 1023.`,
  EADDRNOTAVAIL: (host) => `HOST: ${host} is no address of this machine.`,
  ENOTFOUND: (host) => `HOST: ${host} is no name of an address of this machine.`,
};

/**
 * Makes sure that one can listen where the configuration says, before work that takes a while.
 * @throws {InvalidConfiguration} as `listen` would.
 */
export async function mayListen(config: Config): Promise<void> {
  const probe = createServer();
  await listen(probe, config);
  probe.close();
  await once(probe, 'close');
}

/**
 * Listens where the configuration says.
 * @returns The address with the port that it really has: `http://127.0.0.1:4000`.
 * @throws {InvalidConfiguration} if that place is taken, or is none of this machine's.
 */
export async function listen(http: Server, { HOST: host, PORT: port }: Config): Promise<string> {
  http.listen(port, host);
  try {
    await once(http, 'listening');
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    throw reason === undefined ? error : new InvalidConfiguration(reason(host, port), { cause: error });
  }
  const bound = http.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}`;
}
