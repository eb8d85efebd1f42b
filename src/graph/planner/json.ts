/** `json_build_object` takes 100 arguments. */
const PAIRS = 50;

/** SQL text as a literal. For GraphQL names and other text that holds no parameter. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A JSON object of expressions by key, in order; of any number of keys. */
export function jsonObject(pairs: readonly (readonly [key: string, expression: string])[]): string {
  const object = (some: typeof pairs): string =>
    `json_build_object(${some.map(([key, expression]) => `${literal(key)}, ${expression}`).join(', ')})`;
  if (pairs.length <= PAIRS) return object(pairs);
  const [head, tail] = [object(pairs.slice(0, PAIRS)), jsonObject(pairs.slice(PAIRS))];
  return `(left(${head}::text, -1) || ', ' || substr(${tail}::text, 2))::json`;
}
