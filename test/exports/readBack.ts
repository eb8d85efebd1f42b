import { parse } from 'csv-parse/sync';
import { RecordBatchReader } from 'apache-arrow';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import type { ColumnKind, Columns } from '../../src/exports/columns';

export type Value = string | number | boolean | null;

/** What a file holds: its rows by names of columns, days as texts, and what is said of the whole. */
export interface ReadBack {
  readonly rows: readonly Readonly<Record<string, Value>>[];
  readonly facts: Readonly<Record<string, string>>;
}

/** A file as somebody else's reader of its format has it. */
export const readBack: Readonly<Record<string, (bytes: Buffer, columns: Columns) => ReadBack | Promise<ReadBack>>> = { csv, arrow, parquet };

function csv(bytes: Buffer, columns: Columns): ReadBack {
  const names = Object.entries(columns);
  const [head, ...lines] = parse(bytes, { cast: (cell, { quoting }) => (cell === '' && !quoting ? null : cell) }) as (string | null)[][];
  expect(head).toEqual(Object.keys(columns));
  return { rows: lines.map((line) => Object.fromEntries(names.map(([name, { kind }], n) => [name, fromText(kind, line[n] ?? null)]))), facts: {} };
}

function fromText(kind: ColumnKind, cell: string | null): Value {
  if (cell === null || kind === 'text' || kind === 'date') return cell;
  return kind === 'boolean' ? cell === 'true' : Number(cell);
}

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function arrow(bytes: Buffer, columns: Columns): ReadBack {
  const reader = RecordBatchReader.from(bytes).open();
  const rows: Record<string, Value>[] = [];
  const facts = Object.fromEntries<string>(reader.schema.metadata);
  for (const batch of reader) {
    Object.assign(facts, Object.fromEntries<string>(batch.metadata));
    for (let n = 0; n < batch.numRows; n += 1) {
      const row = Object.entries(columns).map(([name, { kind }]) => {
        const value = batch.getChild(name)?.get(n) as Value;
        return [name, kind === 'date' && value !== null ? isoDay(Number(value)) : value] as const;
      });
      rows.push(Object.fromEntries(row));
    }
  }
  return { rows, facts };
}

async function parquet(bytes: Buffer, columns: Columns): Promise<ReadBack> {
  const file = new Uint8Array(bytes).buffer;
  const { key_value_metadata: pairs = [], num_rows: count } = parquetMetadata(file);
  const objects = (await parquetReadObjects({ file })) as Readonly<Record<string, Value | Date | undefined>>[];
  expect(objects).toHaveLength(Number(count));
  const rows = objects.map((object) =>
    Object.fromEntries(
      Object.keys(columns).map((name) => {
        const value = object[name] ?? null;
        return [name, value instanceof Date ? isoDay(value.getTime()) : value];
      }),
    ),
  );
  return { rows, facts: Object.fromEntries(pairs.map(({ key, value = '' }) => [key, value])) };
}
