import { SearchKind } from '../../domain/SearchKind';
import type { At } from '../at';
import { type Sql, join, sql } from '../sql';
import { companyBySymbol } from './companies';
import { bearersOf, companyNameAt } from './companyNames';
import { isListedAt, spellings } from './companyTickers';
import { described } from './securities';

/** How things of one kind are found by what `asked` says: `ticker` in capitals, and `words`, a query that every word of it begins a word of a text. */
interface Searchable {
  readonly kind: SearchKind;
  /** Their type in the graph, whose natural key `key` is. */
  readonly type: string;
  /** Rows of `rank, key, name`: 0 where a ticker is what was asked, 1 where one begins with it, 2 where a name has its words. */
  readonly hits: (at: At) => Sql;
}

const TICKER = sql`asked.ticker`;
const hasWords = (name: Sql): Sql => sql`searched_words(${name}) @@ asked.words`;

/** Past every text that begins with what was asked; `COLLATE "C"` orders by code points. */
const begins = (symbol: Sql): Sql => sql`${symbol} >= ${TICKER} AND ${symbol} < ${TICKER} || chr(1114111)`;
const rankOf = (symbol: Sql, name: Sql): Sql =>
  sql`CASE WHEN ${symbol} = ANY (${spellings(TICKER)}) THEN 0 WHEN starts_with(${symbol}, ${TICKER}) THEN 1 WHEN ${hasWords(name)} THEN 2 END`;

/** Everything that can be found. Of what meets a text equally well, kinds come in this order. */
const searchables: readonly Searchable[] = [
  {
    kind: SearchKind.ETF,
    type: 'Etf',
    hits: () => sql`SELECT ${rankOf(sql`symbol`, sql`name`)} AS rank, symbol AS key, name FROM fund`,
  },
  {
    kind: SearchKind.INDEX,
    type: 'Index',
    hits: () => sql`SELECT ${rankOf(sql`code`, sql`name`)} AS rank, code AS key, name FROM benchmark_index`,
  },
  {
    kind: SearchKind.INDICATOR,
    type: 'Indicator',
    hits: () => sql`SELECT ${rankOf(sql`code`, sql`title`)} AS rank, code AS key, title AS name FROM indicator`,
  },
  {
    kind: SearchKind.COMPANY,
    type: 'Company',
    hits: (at) => sql`
      SELECT min(rank) AS rank, cik AS key, (${companyNameAt(sql`found.cik`, at)}) AS name FROM (
        SELECT 0 AS rank, cik FROM (${companyBySymbol(TICKER, at)}) bearer
        UNION ALL SELECT 0, cik FROM company WHERE asked.ticker ~ '^[0-9]{1,10}$' AND cik = lpad(asked.ticker, 10, '0')
        UNION ALL SELECT 1, d.cik FROM security_description d WHERE d.cik IS NOT NULL AND ${begins(sql`d.symbol`)} AND ${isListedAt('d', at)}
        UNION ALL SELECT 2, cik FROM (${bearersOf(hasWords(sql`n.name`), at)}) named
      ) found GROUP BY cik`,
  },
  {
    kind: SearchKind.SECURITY,
    type: 'Security',
    hits: (at) => sql`
      SELECT ${rankOf(sql`known.symbol`, sql`known.name`)} AS rank, known.key, known.name FROM (
        ${described(at)} WHERE s.id IN (
          SELECT security_id FROM security_description w WHERE ${begins(sql`w.symbol`)} OR w.symbol = ANY (${spellings(TICKER)})
          UNION SELECT security_id FROM security_description w WHERE ${hasWords(sql`w.name`)}
        )
      ) known`,
  },
];

/** The types that a search's rows may name. */
export const searchedTypes: readonly string[] = searchables.map(({ type }) => type);

/**
 * What a text may mean by what was known at `at`, at most `first` rows of `kind, type, key, name`: what has it for a ticker, then
 * what has a ticker that begins so, then what has its words in its name, the shortest name first.
 */
export function searchAt(text: string, first: number, at: At): Sql {
  const hits = searchables.map(
    ({ kind, type, hits: found }, n) => sql`
      (SELECT ${n}::int AS n, ${kind}::text AS kind, ${type}::text AS type, hit.* FROM (${found(at)}) hit
       WHERE hit.rank IS NOT NULL ORDER BY hit.rank, length(hit.name), hit.name, hit.key LIMIT ${first}::int)`,
  );
  return sql`
    SELECT hits.kind, hits.type, hits.key, hits.name
    FROM (SELECT upper(${text}::text COLLATE "C") AS ticker,
      (SELECT string_agg(quote_literal(lexeme) || ':*', ' & ' ORDER BY lexeme)::tsquery FROM unnest(searched_words(${text}::text))) AS words) asked
    CROSS JOIN LATERAL (${join(hits, ' UNION ALL ')}) hits
    ORDER BY hits.rank, hits.n, length(hits.name), hits.name, hits.key LIMIT ${first}::int`;
}
