import type { SimulatedFile } from './SimulatedFile';

/** At how many lines a file is full, but for what comes with the last of them. */
const FULL = 5_000;

/** Lines that become files of one source as they come by, each when it is full: only those of one are held. */
export class LineFiles {
  private lines: string[] = [];
  private count = 0;

  constructor(
    private readonly source: string,
    private readonly name: string,
    private readonly header: string,
  ) {}

  /** Takes lines that are to stand in one file. @returns That file, where it is full with them. */
  *add(lines: Iterable<string>): Generator<SimulatedFile> {
    for (const line of lines) this.lines.push(line);
    if (this.lines.length > FULL) yield* this.end();
  }

  /** @returns What is left, if anything is. */
  *end(): Generator<SimulatedFile> {
    if (this.lines.length === 0) return;
    this.count += 1;
    yield { source: this.source, name: `${this.name}-${String(this.count).padStart(4, '0')}.csv`, text: `${this.header}\n${this.lines.join('\n')}\n` };
    this.lines = [];
  }
}

/** A cell of a CSV. */
export const cell = (text: string): string => (text.includes(',') ? `"${text}"` : text);
