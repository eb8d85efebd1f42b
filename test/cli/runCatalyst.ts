import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const bin = join(__dirname, '../../bin/catalyst.mjs');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly kill: () => void;
  /** Resolves when so many lines stand on standard output. */
  readonly printed: (lines: number) => Promise<void>;
  readonly ended: Promise<Ended>;
}

/** One command line as a process of its own, on the database at `url`. */
export function startCatalyst(url: string, args: readonly string[], input: Buffer | string = ''): Running {
  const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, DATABASE_URL: url } });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  child.stdin.on('error', () => undefined).end(input);
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, signal: child.signalCode, ...said }));
  const printed = async (lines: number): Promise<void> => {
    while (said.stdout.split('\n').length <= lines) await more(child, ended);
  };
  return { kill: () => void child.kill('SIGKILL'), printed, ended };
}

export const runCatalyst = (url: string, args: readonly string[], input: Buffer | string = ''): Promise<Ended> =>
  startCatalyst(url, args, input).ended;

async function more(child: ChildProcessWithoutNullStreams, ended: Promise<Ended>): Promise<void> {
  const isEnd = await Promise.race([once(child.stdout, 'data').then(() => false), ended.then(() => true)]);
  if (isEnd) throw new Error(`It ended: ${JSON.stringify(await ended)}`);
}
