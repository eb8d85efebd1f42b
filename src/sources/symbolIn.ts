import { tellable } from './tellable';
import type { TableRow } from './TableRow';

const { expected, parse } = tellable.symbol;

/** The ticker that a row of one's own file is about, upper case; null only where that was refused. */
export function symbolIn(row: TableRow, told: string | undefined): string | null {
  const said = row.read('symbol', expected, parse);
  if (row.text('symbol') === null && told === undefined) row.refuse('symbol', 'expected a value, found nothing');
  if (said !== null && told !== undefined && said !== told) row.refuse('symbol', `expected ${told} as was told, found "${said}"`);
  return said ?? told ?? null;
}
