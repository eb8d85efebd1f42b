import { type Sql, raw } from '../sql';

/** Columns as a JSON object of lists, in the order of the rows, by their names as JSON has them: `observedOn`. */
export const lists = (...columns: readonly string[]): Sql =>
  raw(`json_build_object(${columns.map((column) => `'${camelCased(column)}', coalesce(array_to_json(array_agg(${column})), '[]')`).join(', ')})`);

const camelCased = (column: string): string => column.replace(/_[a-z]/g, (part) => part.slice(1).toUpperCase());
