import type { Refusal } from '../domain/errors';
import { Refusals } from './Refusals';

/** What was wrong with one sheet of a workbook, for the refusals of the whole: rows of several sheets have one number. */
export class SheetRefusals extends Refusals {
  constructor(
    source: string,
    private readonly sheet: string,
    private readonly whole: Refusals,
  ) {
    super(source);
  }

  override add({ line, column, reason }: Refusal): void {
    const place = [this.sheet, ...(column === null ? [] : [column])].join(': ');
    this.whole.add({ line, column: line === null ? column : place, reason });
  }

  override throwIfAny(): void {
    this.whole.throwIfAny();
  }
}
