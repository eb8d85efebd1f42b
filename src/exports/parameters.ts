import { InvalidInput } from '../domain/errors';
import { type IsoDate, parseIsoDate } from '../domain/isoDate';
import { Knowledge } from '../domain/knowledge';
import { isStorable } from '../graph/nodes/nodeId';

/** A parameter of an address: what it may hold, and what is told where it is left out. */
export interface Parameter<Value = unknown> {
  readonly meaning: string;
  readonly expected: string;
  /** @returns undefined for what it may not hold. */
  read(said: string | undefined): Value | undefined;
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** What was asked, by the names of parameters. */
export type Asked<P extends Parameters> = { readonly [Name in keyof P]: P[Name] extends Parameter<infer Value> ? Value : never };

export const day = (meaning: string): Parameter<IsoDate | null> => ({
  meaning,
  expected: 'a day, YYYY-MM-DD',
  read: (said) => (said === undefined ? null : parseIsoDate(said)),
});

export const neededDay = (meaning: string): Parameter<IsoDate> => ({ meaning, expected: 'a day, YYYY-MM-DD', read: (said) => parseIsoDate(said ?? '') });

/** One of the values of an enum; `usual` where it is left out. */
export const oneOf = <Value extends string>(values: Readonly<Record<string, Value>>, usual: Value, meaning: string): Parameter<Value> => ({
  meaning: `${meaning} \`${usual}\` where left out.`,
  expected: `one of ${Object.values(values).join(', ')}`,
  read: (said) => (said === undefined ? usual : Object.values(values).find((value) => value === said)),
});

/** A name; `usual` where it is left out. */
export const nameOr = (usual: string, meaning: string): Parameter<string> => ({
  meaning: `${meaning} \`${usual}\` where left out.`,
  expected: 'a name',
  read: (said) => (said === '' ? undefined : (said ?? usual)),
});

/** Names with commas between them, each once. */
export const names = (meaning: string, most: number): Parameter<readonly string[]> => ({
  meaning,
  expected: `1 to ${most} names with commas between them, each once`,
  read: (said) => namesIn(said ?? '', most),
});

/** The same; null where it is left out. */
export const perhapsNames = (meaning: string, most: number): Parameter<readonly string[] | null> => ({
  ...names(meaning, most),
  read: (said) => (said === undefined ? null : namesIn(said, most)),
});

function namesIn(said: string, most: number): readonly string[] | undefined {
  const found = said.split(',');
  return found.length <= most && found.every((name) => name !== '') && new Set(found).size === found.length ? found : undefined;
}

/** Where the reader stands: what every export takes. */
export const STANDING = {
  asOf: day('The knowledge date: use only what was known by the end of that day in New York. Today where left out, or the last day of a simulated market.'),
  knowledge: oneOf(Knowledge, Knowledge.ANY, 'Whether assumed days of knowledge count.'),
} as const;

/**
 * What an address asks.
 * @throws {InvalidInput} naming the parameter and what was expected: one that there is not, one given twice, one that holds what it may not.
 */
export function readParameters<P extends Parameters>(parameters: P, query: URLSearchParams): Asked<P> {
  for (const [name, said] of query) {
    if (!Object.hasOwn(parameters, name)) throw new InvalidInput(`There is no parameter '${name}' here: expected ${Object.keys(parameters).join(', ')}.`);
    if (query.getAll(name).length > 1) throw new InvalidInput(`'${name}' is given more than once: expected it once.`);
    if (!isStorable(said)) throw new InvalidInput(`'${name}' holds the character U+0000 or half a surrogate pair, which no text here holds.`);
  }
  const asked = Object.entries(parameters).map(([name, parameter]) => {
    const said = query.get(name) ?? undefined;
    const value = parameter.read(said);
    if (value === undefined) throw new InvalidInput(`'${name}' ${said === undefined ? 'is left out' : `is '${said}'`}: expected ${parameter.expected}.`);
    return [name, value] as const;
  });
  return Object.fromEntries(asked) as Asked<P>;
}
