import type { LoadOutcome } from '../store/entities/Load';
import type { LoadReport } from '../store/load/LoadRequest';

/** What became of a run's files, in numbers: an archive may hold more than there is room to remember. */
export class LoadTally {
  private readonly files: Record<LoadOutcome, number> = { ADDED: 0, UNCHANGED: 0, REFUSED: 0 };
  private rows = 0;

  add({ outcome, rowsAdded }: LoadReport): void {
    this.files[outcome] += 1;
    this.rows += rowsAdded;
  }

  count(...outcomes: readonly LoadOutcome[]): number {
    return outcomes.reduce((sum, outcome) => sum + this.files[outcome], 0);
  }

  summary(): string {
    const { ADDED, UNCHANGED, REFUSED } = this.files;
    return `${ADDED + UNCHANGED + REFUSED} files: ${ADDED} added (${this.rows} rows), ${UNCHANGED} unchanged, ${REFUSED} refused`;
  }
}
