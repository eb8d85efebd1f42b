import { type At, isKnown, knownDay } from '../at';
import { type Sql, sql } from '../sql';

/** What a fund charged on the knowledge date, as far as it was known; no row where it was not. */
export const expenseRatioAt = (fundSymbol: unknown, at: At): Sql => sql`
  SELECT * FROM expense_ratio
  WHERE fund_symbol = ${fundSymbol} AND ${isKnown('expense_ratio', at)}
  ORDER BY observed_on DESC, ${knownDay('expense_ratio', at)} DESC
  LIMIT 1`;
