import { Bool, type Data, type DataType, DateDay, Field, Float64, Int32, RecordBatch, RecordBatchStreamWriter, Schema, Struct, Utf8, makeData } from 'apache-arrow';
import type { TextRow } from '../../store/batchesOf';
import { type Column, type ColumnKind, type Columns, daysSinceEpoch } from '../columns';
import type { Facts, FormatWriter, Sums } from './Format';

/** Gives the bytes as they are written, and keeps none. */
class Bytes extends RecordBatchStreamWriter {
  private chunks: Uint8Array[] = [];

  take(): Uint8Array {
    return Buffer.concat(this.chunks.splice(0));
  }

  protected override _write(chunk: ArrayBufferView): this {
    this.chunks.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    return this;
  }
}

/** Of one export. */
export class ArrowWriter implements FormatWriter {
  private readonly bytes = new Bytes();
  private readonly schema: Schema;
  private readonly kinds: readonly ColumnKind[];

  constructor(columns: Columns, facts: Facts) {
    const fields = Object.entries(columns).map(([name, { kind, meaning }]) => new Field(name, TYPES[kind], true, new Map([['meaning', meaning]])));
    this.schema = new Schema(fields, new Map(Object.entries(facts)));
    this.kinds = Object.values(columns).map(({ kind }: Column) => kind);
  }

  begin(): Uint8Array {
    this.bytes.reset(undefined, this.schema);
    return this.bytes.take();
  }

  write(rows: readonly TextRow[]): Uint8Array {
    this.bytes.write(this.batch(rows));
    return this.bytes.take();
  }

  end({ rows, sha256 }: Sums): Uint8Array {
    const sums = { rows: String(rows), sha256 };
    this.bytes.write(this.batch([], sums));
    this.bytes.finish();
    return this.bytes.take();
  }

  private batch(rows: readonly TextRow[], facts: Facts = {}): RecordBatch {
    const children = this.kinds.map((kind, n) => dataOf(kind, rows.map((row) => row[n] ?? null)));
    const data = makeData({ type: new Struct(this.schema.fields), length: rows.length, nullCount: 0, children });
    return new RecordBatch(this.schema, data, new Map(Object.entries(facts)));
  }
}

const TYPES: Readonly<Record<ColumnKind, DataType>> = { date: new DateDay(), double: new Float64(), integer: new Int32(), text: new Utf8(), boolean: new Bool() };

type Cells = readonly (string | null)[];

/** A column as Arrow lays it out. */
function dataOf(kind: ColumnKind, cells: Cells): Data {
  const { bits: nullBitmap, unset: nullCount } = bitsOf(cells, (cell) => cell !== null);
  const length = cells.length;
  switch (kind) {
    case 'date':
      return makeData({ type: new DateDay(), length, nullCount, nullBitmap, data: Int32Array.from(cells, (cell) => (cell === null ? 0 : daysSinceEpoch(cell))) });
    case 'double':
      return makeData({ type: new Float64(), length, nullCount, nullBitmap, data: Float64Array.from(cells, Number) });
    case 'integer':
      return makeData({ type: new Int32(), length, nullCount, nullBitmap, data: Int32Array.from(cells, Number) });
    case 'boolean':
      return makeData({ type: new Bool(), length, nullCount, nullBitmap, data: bitsOf(cells, (cell) => cell === 'true').bits });
    case 'text': {
      const texts = cells.map((cell) => Buffer.from(cell ?? ''));
      let end = 0;
      const valueOffsets = Int32Array.from([0, ...texts.map((text) => (end += text.length))]);
      return makeData({ type: new Utf8(), length, nullCount, nullBitmap, valueOffsets, data: Buffer.concat(texts) });
    }
  }
}

/** A bit for each cell, from the lowest of each byte on. */
function bitsOf(cells: Cells, isSet: (cell: string | null) => boolean): { readonly bits: Uint8Array; readonly unset: number } {
  const bits = new Uint8Array(Math.ceil(cells.length / 8));
  let unset = 0;
  cells.forEach((cell, n) => {
    if (isSet(cell)) bits[n >> 3] = (bits[n >> 3] ?? 0) | (1 << (n & 7));
    else unset += 1;
  });
  return { bits, unset };
}
