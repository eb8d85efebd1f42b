import { oneLine } from './oneLine';
import type { Terminal } from './defineCommand';
import { CLEAR_LINE } from './clearLine';

const WIDTH = 30;

/** Longer names are cut: a line that wraps could not be drawn over. */
const NAME_WIDTH = 36;

/** How many of so many files are done, drawn over itself on a terminal; nothing where nobody looks on. */
export class ProgressBar {
  private done = 0;

  constructor(
    private readonly terminal: Pick<Terminal, 'isInteractive' | 'tell'>,
    private readonly total: number,
  ) {}

  /** Says which file is being worked on. */
  show(name: string): void {
    if (!this.terminal.isInteractive) return;
    const filled = Math.round((this.done / this.total) * WIDTH);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
    this.terminal.tell(`${CLEAR_LINE}${bar} ${this.done}/${this.total} ${oneLine(name).slice(0, NAME_WIDTH)}`);
  }

  /** Counts one as done. */
  step(): void {
    this.done += 1;
  }

  /** Makes room for a line of text. */
  clear(): void {
    if (this.terminal.isInteractive) this.terminal.tell(CLEAR_LINE);
  }
}
