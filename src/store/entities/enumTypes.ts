import { registerEnumType } from 'type-graphql';
import { AssetClass } from '../../domain/assetClass';
import { Knowledge, KnownOnBasis } from '../../domain/knowledge';
import { SecurityMatch } from '../../domain/matchSecurities';

registerEnumType(AssetClass, {
  name: 'AssetClass',
  description: "What kind of thing a holding is, from the source's own wording.",
  valuesConfig: {
    EQUITY: { description: 'Shares, and rights and warrants on them.' },
    FIXED_INCOME: { description: 'Bonds and loans.' },
    FUTURE: { description: 'Futures; their market value is settled daily and reported as 0.' },
    FORWARD: { description: 'Forwards, on currencies among them.' },
    SWAP: { description: 'Swaps of any kind.' },
    OPTION: { description: 'Options, bought or written.' },
    COMMODITY: { description: 'Physical goods.' },
    FUND: { description: 'Units of another fund that is no money-market fund.' },
    MONEY_MARKET: { description: 'Units of a money-market fund.' },
    CASH: { description: 'Balances in a currency; negative where owed.' },
    CASH_COLLATERAL: { description: 'Cash held or posted as margin.' },
    OTHER: { description: 'A wording that has no class of its own here.' },
  },
});

registerEnumType(Knowledge, {
  name: 'Knowledge',
  description: 'Which day decides whether a fact was known.',
  valuesConfig: {
    ANY: { description: '`knownOn`: the first day it could be read, by assumption where there is no proof.' },
    PROVEN: { description: '`provenOn`: the first day for which it can be proven that it was readable.' },
  },
});

registerEnumType(KnownOnBasis, {
  name: 'KnownOnBasis',
  description: 'On what ground a fact counts as known on its `knownOn`.',
  valuesConfig: {
    ACCEPTED_BY_SEC: { description: 'A filing, by its filing date.' },
    VINTAGE: { description: 'A download whose date is known.' },
    FIRST_SEEN: { description: 'The day it was first read here.' },
    MARKET_CLOSE: { description: 'A raw price, known at the close of its day.' },
    RELEASE_CALENDAR: { description: 'The day of release is proven; the value may be a later revision.' },
    LAG_ASSUMED: { description: "The observed day plus the source's usual lag; the value may be revised." },
  },
});

registerEnumType(SecurityMatch, {
  name: 'SecurityMatch',
  description: 'By what a line of a document was found to be the security that it is taken for.',
  valuesConfig: {
    CUSIP: { description: 'It shares a CUSIP with a line that names the security otherwise.' },
    ISIN: { description: 'It shares an ISIN with a line that names the security otherwise.' },
    TICKER: { description: 'Its ticker, on its day.' },
    NAME: { description: 'Its name alone: that of the only security which bears it, or of one that has no ticker anywhere.' },
    NONE: { description: 'It gives no ticker, and neither its identifiers nor its name lead to a security that has one: it stands for itself.' },
  },
});
