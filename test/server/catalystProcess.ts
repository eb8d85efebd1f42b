import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { aLoad } from '../support/rows';

const bin = join(__dirname, '../../bin');

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CatalystProcess {
  /** The graph's address, once it is printed. Fails with what was said if the process ends before. */
  readonly address: () => Promise<string>;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<Ended>;
}

const running = new Set<ChildProcess>();

/** Makes the command current, so that what it says afterwards is its own. */
export const prepareCatalyst = (): void => void execFileSync(process.execPath, [join(bin, 'prepare.mjs')], { stdio: 'ignore' });

/** The same, and a database that is not empty, so that no market is simulated before it serves. */
export async function prepareToServe(db: DataSource): Promise<void> {
  prepareCatalyst();
  await aLoad(db);
}

/** `catalyst serve` as a process of its own. */
export function serve(environment: Readonly<Record<string, string>>): CatalystProcess {
  const child = spawn(process.execPath, [join(bin, 'catalyst.mjs'), 'serve'], { env: { ...process.env, PORT: '0', ...environment } });
  running.add(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(() => {
    running.delete(child);
    return { code: child.exitCode, signal: child.signalCode, stdout, stderr };
  });
  const address = async (): Promise<string> => {
    const isEnded = ended.then(() => true);
    for (;;) {
      const [, found] = /^graph +(http:\/\/\S+)\/graphql$/m.exec(stdout) ?? [];
      if (found !== undefined) return found;
      const more = once(child.stdout, 'data').then(() => false);
      if (await Promise.race([more, isEnded])) throw new Error(`It ended: ${stdout}${stderr}`);
    }
  };
  return { address, kill: (signal) => void child.kill(signal), ended };
}

/** For afterEach: ends what a failing test left. */
export function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}
