import { type Company, Ending } from './Company';
import { CompanyWalk } from './CompanyWalk';
import type { MarketPath } from './MarketPath';

/** What a company's shares traded at, and what became of them: lines of two files. */
export interface PriceLines {
  readonly closes: readonly string[];
  readonly actions: readonly string[];
}

/** @source docs/csv-prices.md */
export const CLOSES_HEADER = 'symbol,observed_on,close,closes';

/** @source docs/csv-corporate-actions.md */
export const ACTIONS_HEADER = 'symbol,kind,observed_on,ratio,amount,currency,delisting_return';

/** What is got for a share of a company that failed, over its last close, less one. */
const LEFT_AFTER_FAILURE = -0.6;

/**
 * Raw closes of each session of a company's life, and its splits, dividends and delisting. A publisher keeps a history under the
 * present ticker; so does this, for shares that were renamed too.
 */
export function companyPrices(company: Company, path: MarketPath): PriceLines {
  const walk = new CompanyWalk(company, path);
  const symbol = company.called.at(-1)?.ticker ?? '';
  const [closes, actions]: [string[], string[]] = [[], []];
  for (let session = company.listed; session <= company.delisted; session += 1) {
    if (session > company.listed) walk.step();
    const day = path.dayAt(session);
    closes.push(`${symbol},${day},${walk.price.toFixed(2)},RAW`);
    if (walk.split !== 1) actions.push(`${symbol},SPLIT,${day},${walk.split},,,`);
    if (walk.dividend > 0) actions.push(`${symbol},DIVIDEND,${day},,${walk.dividend.toFixed(2)},USD,`);
  }
  const after = path.sessions[company.delisted + 1];
  if (company.ending !== null && after !== undefined) {
    actions.push(`${symbol},DELISTING,${after},,,,${company.ending === Ending.BANKRUPT ? LEFT_AFTER_FAILURE : 0}`);
  }
  return { closes, actions };
}
