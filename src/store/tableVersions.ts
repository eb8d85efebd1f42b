import type { Answered, Read } from './Reader';

/** What every table holds, as far as "the same or not" goes, at one moment; with the data version of that moment. */
export interface TableVersions {
  readonly data: string;
  readonly of: Readonly<Record<string, string>>;
}

/** @throws {DatabaseUnavailable} if Postgres cannot be reached. */
export async function tableVersions(read: Read): Promise<TableVersions> {
  const { version, json }: Answered = await read({ text: 'SELECT json_object_agg(table_name, version) FROM table_version', values: [] });
  return { data: version, of: JSON.parse(json) as Record<string, string> };
}

/** The tables that the text of a statement names: all that it reads, and perhaps one whose name it uses for something else. */
export function tablesIn(text: string, { of }: TableVersions): readonly string[] {
  const words = new Set(text.match(/[a-z0-9_]+/g));
  return Object.keys(of).filter((table) => words.has(table));
}
