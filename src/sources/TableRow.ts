import { type Decimal, isPositive, parseDecimal } from '../domain/decimal';
import type { Refusals } from './Refusals';

/** One data row. What cannot be read is refused with its line and column, and reads as null meanwhile. */
export class TableRow {
  constructor(
    /** 1-based line of the file on which the row begins. */
    readonly line: number,
    private readonly cells: ReadonlyMap<string, string>,
    /** What the source writes for "nothing", beside an empty cell. */
    private readonly blank: string,
    private readonly refusals: Refusals,
  ) {}

  /** The cell's text; null where it is empty, blank or its column is absent. */
  text(column: string): string | null {
    const text = this.cells.get(column)?.trim() ?? '';
    return text === '' || text === this.blank ? null : text;
  }

  /** What `parse` makes of the cell; null where it is blank. `expected` completes "expected ...". */
  read<T>(column: string, expected: string, parse: (text: string) => T | undefined): T | null {
    const text = this.text(column);
    if (text === null) return null;
    const value = parse(text);
    if (value !== undefined) return value;
    this.refuse(column, `expected ${expected}, found "${text.slice(0, 80)}"`);
    return null;
  }

  decimal(column: string): Decimal | null {
    return this.read(column, 'a number', parseDecimal);
  }

  /** A number above zero. */
  positive(column: string): Decimal | null {
    return this.read(column, 'a number above zero', (text) => {
      const number = parseDecimal(text);
      return number !== undefined && isPositive(number) ? number : undefined;
    });
  }

  /** The cell as it stands, even where it is the source's word for "nothing"; refused where it is empty. */
  required(column: string, expected: string): string {
    const text = this.cells.get(column)?.trim() ?? '';
    if (text === '') this.refuse(column, `expected ${expected}, found nothing`);
    return text;
  }

  refuse(column: string | null, reason: string): void {
    this.refusals.add({ line: this.line, column, reason });
  }
}
