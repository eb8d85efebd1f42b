import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main';

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One command line in this process, on the database at `url`; what it writes is caught. */
export async function catalyst(url: string, ...args: readonly string[]): Promise<Said> {
  const written = { stdout: '', stderr: '' };
  const before = process.env.DATABASE_URL;
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    jest.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += String(text);
      return true;
    }),
  );
  process.env.DATABASE_URL = url;
  try {
    return { code: await main(args), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
  }
}

/** A folder for the tests of a file. @returns Writes a file into it and gives its path; without text, the path alone. */
export function useFolder(): (name: string, text?: string | Buffer) => string {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'catalyst-cli-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return (name, text) => {
    const path = join(folder, name);
    if (text === undefined) return path;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
}

/** Two rows of one's own CSV, for a fund on a day. */
export const ownCsv = (fund = 'IWM', observedOn = '2025-03-03', worth = 60): string =>
  `fund,observed_on,ticker,name,market_value\n${fund},${observedOn},QRRY,QUARRY HILL,${worth}\n${fund},${observedOn},ELSE,SOMETHING ELSE,40\n`;
