import { parseIsoDate, type IsoDate } from '../../domain/isoDate';
import { Knowledge } from '../../domain/knowledge';
import type { At } from '../../store/at';
import { type Sql, join, sql } from '../../store/sql';

/** What an id holds: a type, its natural key, and where the reader stood. */
export interface NodeKey {
  readonly type: string;
  readonly key: readonly string[];
  readonly asOf: IsoDate;
  readonly knowledge: Knowledge;
}

/** The id as SQL: base64url of a JSON array `[type, asOf, knowledge, ...key]`. */
export function nodeId(type: string, key: readonly unknown[], { asOf, knowledge }: At): Sql {
  const parts = [type, asOf, knowledge, ...key].map((part) => sql`${part}::text`);
  return base64url(sql`json_build_array(${join(parts, ', ')})::text`);
}

/** Text as base64url; Postgres' own base64 breaks lines and uses other letters. */
export const base64url = (text: Sql): Sql =>
  sql`translate(encode(convert_to(${text}, 'UTF8'), 'base64'), E'+/=\n', '-_')`;

/** What `id` holds, or null if it is none of ours. */
export function readNodeId(id: string): NodeKey | null {
  const parts = readTexts(id);
  if (parts === undefined) return null;
  const [type, day, knowledge, ...key] = parts;
  const asOf = parseIsoDate(day ?? '');
  if (type === undefined || asOf === undefined || key.length === 0) return null;
  if (knowledge !== Knowledge.ANY && knowledge !== Knowledge.PROVEN) return null;
  return { type, key, asOf, knowledge };
}

function readTexts(id: string): readonly string[] | undefined {
  const texts = parseJson(Buffer.from(id, 'base64url').toString('utf8'));
  const isTexts = Array.isArray(texts) && texts.every((text) => typeof text === 'string' && isStorable(text));
  return isTexts ? texts : undefined;
}

/** False for what no Postgres text can hold: U+0000 and halves of surrogate pairs. */
export const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Cs}/u.test(text);

/** @returns undefined for text that is not JSON; JSON itself has no undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
