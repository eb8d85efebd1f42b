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

/** What every answer depends on, since it decides what today is. */
const OF_EVERY_ANSWER = 'simulation';

/** The tables that an answer by a statement of this text depends on: all that it reads, and perhaps one whose name it uses for something else. */
export function tablesOf(text: string, { of }: TableVersions): readonly string[] {
  const words = new Set([OF_EVERY_ANSWER, ...(text.match(/[a-z0-9_]+/g) ?? [])]);
  return Object.keys(of).filter((table) => words.has(table));
}
