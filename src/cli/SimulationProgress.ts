import type { Terminal } from './defineCommand';
import { CLEAR_LINE } from './clearLine';

/** How many files of a simulation are done, drawn over itself on a terminal: how many there will be nobody knows. */
export class SimulationProgress {
  private files = 0;

  constructor(private readonly terminal: Pick<Terminal, 'isInteractive' | 'tell'>) {}

  readonly show = ({ source, name }: { readonly source: string; readonly name: string }): void => {
    this.files += 1;
    if (this.terminal.isInteractive) this.terminal.tell(`${CLEAR_LINE}simulated ${this.files} files, the last ${source}/${name}`);
  };

  /** Makes room for a line of text. @returns How many there were. */
  end(): number {
    if (this.terminal.isInteractive) this.terminal.tell(CLEAR_LINE);
    return this.files;
  }
}
