import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { TextRow } from '../../store/batchesOf';
import { type ColumnKind, type Columns, daysSinceEpoch } from '../columns';
import type { Facts, FormatWriter, Sums } from './Format';

/** Rows that are written together: so many are in memory at once. */
const GROUP_ROWS = 20_000;

type Options = ConstructorParameters<typeof ParquetWriter>[0];
type SchemaElement = Options['schema'][number];

/** Gives the bytes as they are written, and keeps none; it knows only how many there were. */
class Bytes extends ByteWriter {
  take(): Uint8Array {
    const taken = new Uint8Array(this.getBytes());
    this.index = 0;
    return taken;
  }
}

/** Of one export. */
export class ParquetGroups implements FormatWriter {
  private readonly bytes = new Bytes();
  private readonly facts: { key: string; value: string }[];
  private readonly file: ParquetWriter;
  private rows: TextRow[] = [];

  constructor(
    private readonly columns: Columns,
    facts: Facts,
  ) {
    this.facts = Object.entries(facts).map(([key, value]) => ({ key, value }));
    const elements = Object.entries(columns).map(([name, { kind }]): SchemaElement => ({ name, repetition_type: 'OPTIONAL', ...ELEMENTS[kind] }));
    this.file = new ParquetWriter({ writer: this.bytes, schema: [{ name: 'root', num_children: elements.length }, ...elements], kvMetadata: this.facts, createdBy: 'Catalyst Graph' });
  }

  begin(): Uint8Array {
    return this.bytes.take();
  }

  write(rows: readonly TextRow[]): Uint8Array {
    this.rows.push(...rows);
    if (this.rows.length >= GROUP_ROWS) this.group();
    return this.bytes.take();
  }

  end({ rows, sha256 }: Sums): Uint8Array {
    if (this.rows.length > 0) this.group();
    this.facts.push({ key: 'rows', value: String(rows) }, { key: 'sha256', value: sha256 });
    void this.file.finish();
    return this.bytes.take();
  }

  private group(): void {
    const rows = this.rows.splice(0);
    const columnData = Object.entries(this.columns).map(([name, { kind }], n) => ({ name, data: rows.map((row) => valueOf(kind, row[n] ?? null)) }));
    void this.file.write({ columnData, rowGroupSize: rows.length });
  }
}

const ELEMENTS: Readonly<Record<ColumnKind, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  date: { type: 'INT32', converted_type: 'DATE' },
  double: { type: 'DOUBLE' },
  integer: { type: 'INT32' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  boolean: { type: 'BOOLEAN' },
};

function valueOf(kind: ColumnKind, cell: string | null): string | number | boolean | null {
  if (cell === null || kind === 'text') return cell;
  if (kind === 'date') return daysSinceEpoch(cell);
  return kind === 'boolean' ? cell === 'true' : Number(cell);
}
