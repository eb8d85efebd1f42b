import { registerEnumType } from 'type-graphql';
import { AssetClass } from '../../domain/assetClass';
import { Adjustment, Closes, PerformanceMeasure } from '../../domain/closes';
import { CompanyMatch } from '../../domain/CompanyMatch';
import { CorporateActionKind } from '../../domain/corporateActions';
import { EarningsChange } from '../../domain/earnings/earningsHistory';
import { EarningsFlag, EarningsPeriod, FigureGround } from '../../domain/earnings/EarningsState';
import { FactKind } from '../../domain/FactKind';
import { Frequency } from '../../domain/indicators/Frequency';
import { Print } from '../../domain/indicators/Print';
import { SeasonalAdjustment } from '../../domain/indicators/SeasonalAdjustment';
import { Theme } from '../../domain/indicators/Theme';
import { ObservationFlag } from '../../domain/indicators/transforms/Told';
import { Transform } from '../../domain/indicators/transforms/Transform';
import { Knowledge, KnownOnBasis } from '../../domain/knowledge';
import { SecurityMatch } from '../../domain/matchSecurities';
import { SearchKind } from '../../domain/SearchKind';

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

registerEnumType(EarningsPeriod, {
  name: 'EarningsPeriod',
  description: 'What a period of earnings is.',
  valuesConfig: {
    QUARTER: { description: 'A fiscal quarter.' },
    YEAR: { description: 'A fiscal year.' },
    TRANSITION: { description: "A quarter's length between two fiscal years of different beginnings: the company moved its year." },
  },
});

registerEnumType(FigureGround, {
  name: 'FigureGround',
  description: 'From what a figure of a period is told.',
  valuesConfig: {
    REPORTED: { description: 'A filing reports it of just this period.' },
    DERIVED: { description: 'Told from longer periods: the net income of a fourth quarter is that of the year less nine months.' },
    IMPLIED: { description: 'Told over counts of shares that no filing reports, but that income and earnings per share imply.' },
  },
});

registerEnumType(EarningsFlag, {
  name: 'EarningsFlag',
  description: "What is doubtful about a period's figures.",
  valuesConfig: {
    QUARTERS_DO_NOT_SUM: { description: "All four quarters are reported by themselves, and their net incomes do not sum to the year's." },
    EPS_UNLIKE_INCOME: { description: 'Earnings per share times shares is under half of net income or over twice as much: one of the three was misreported, often shares in thousands.' },
  },
});

registerEnumType(EarningsChange, {
  name: 'EarningsChange',
  description: "What a filing made of what was known of a period's earnings.",
  valuesConfig: {
    FIRST: { description: 'Nothing was known before.' },
    SPLIT: { description: 'Earnings per share changed by the ratio of a split, to a cent; nothing was restated.' },
    RESTATEMENT: { description: 'A figure was reported otherwise than before.' },
    COMPLETED: { description: 'Nothing that was known changed: what was derived or lacking was reported, or a count of shares was refined.' },
  },
});

registerEnumType(CompanyMatch, {
  name: 'CompanyMatch',
  description: "By what a security was found to be a company's. It is identity and has no knowledge date; the names and tickers that it is told from are those of all documents.",
  valuesConfig: {
    TICKER_AND_NAME: { description: 'A list gives its ticker to the company, and their names agree; or the list that names it gives the company itself.' },
    NAME: { description: 'The company alone bears its name, without case, punctuation and words for the kind of company; no list gives its ticker to one of such a name.' },
    TICKER: { description: 'A list gives its ticker to the company, but their names have nothing in common: renamed since, or another company.' },
    NONE: { description: 'Neither leads to one company. So of all that is no share.' },
  },
});

registerEnumType(SearchKind, {
  name: 'SearchKind',
  description: 'What a search can find.',
  valuesConfig: {
    ETF: { description: 'A fund: `node` is an Etf.' },
    INDEX: { description: 'An index: `node` is an Index.' },
    COMPANY: { description: 'A company that reports to the SEC: `node` is a Company.' },
    SECURITY: { description: 'What a fund can hold: `node` is a Security.' },
    INDICATOR: { description: 'A macroeconomic series: `node` is an Indicator.' },
  },
});

registerEnumType(Frequency, {
  name: 'Frequency',
  description: 'How often a series has a value.',
  valuesConfig: {
    DAILY: { description: 'Every day, or every day on which a market is open.' },
    WEEKLY: { description: 'Every week; dated by its last day.' },
    MONTHLY: { description: 'Every month; dated by its first day.' },
    QUARTERLY: { description: 'Every quarter; dated by its first day.' },
  },
});

registerEnumType(SeasonalAdjustment, {
  name: 'SeasonalAdjustment',
  description: 'Whether what recurs every year is taken out of a series.',
  valuesConfig: {
    ADJUSTED: { description: 'It is taken out.' },
    ADJUSTED_ANNUAL_RATE: { description: 'It is taken out, and the value is multiplied up to the rate of a year.' },
    NOT_ADJUSTED: { description: 'It is left in, or there is none.' },
  },
});

registerEnumType(Theme, {
  name: 'Theme',
  description: 'What an indicator tells of.',
  valuesConfig: {
    LABOR: { description: 'Work: unemployment, payrolls, claims.' },
    INFLATION: { description: 'Prices.' },
    GROWTH: { description: 'Output.' },
    RATES: { description: "Interest: the central bank's, and the market's." },
    FINANCIAL_CONDITIONS: { description: 'How easily money is had, and how nervous markets are.' },
    CREDIT: { description: 'Loans, and how they are paid back.' },
    RECESSION: { description: 'Whether the economy is in recession.' },
  },
});

registerEnumType(Transform, {
  name: 'Transform',
  description:
    'What is told of an indicator, always from one vintage and by the periods of the calendar. A week, month or quarter that is lacking is stood in for by the one before it, over the longer time: then the value is flagged.',
  valuesConfig: {
    LEVEL: { description: 'The value itself, in the unit of the indicator.' },
    CHANGE: { description: 'The value less that of the period before, of a day the last day before it with a value: in the unit of the indicator, of rates in percentage points.' },
    YOY: { description: 'Growth from a year before (52 weeks of days and weeks) as a fraction: 0.03 is 3 %. Of rates, the change in percentage points.' },
    ANNUALIZED_3M: { description: 'Growth over three months compounded to a year, as a fraction. Null of rates.' },
    ANNUALIZED_6M: { description: 'Growth over six months compounded to a year, as a fraction. Null of rates.' },
    MEAN_3M: { description: 'The mean of the last three months, all of which must be there, in the unit of the indicator.' },
    ZSCORE: { description: 'How many standard deviations (n - 1) the value lies above the mean of the 120 months up to it, or the 40 quarters, 520 weeks or ten years of days; three quarters of them must be there.' },
  },
});

registerEnumType(Print, {
  name: 'Print',
  description: 'Which version of each period is told.',
  valuesConfig: {
    FIRST: { description: 'The one that was known first; a transform is told on the day of that, from what was known then.' },
    AS_OF: { description: 'That of the one vintage which answers at the knowledge date.' },
  },
});

registerEnumType(ObservationFlag, {
  name: 'ObservationFlag',
  description: 'What is unusual about a value.',
  valuesConfig: {
    BASE_EARLIER: { description: 'The period that it is held against is lacking: it is held against the one before that, over the longer time.' },
    GAPS: { description: 'Some periods of the stretch that it is told from are lacking.' },
  },
});

registerEnumType(Closes, {
  name: 'Closes',
  description: 'What closing prices are, as their file says or the one who loaded it.',
  valuesConfig: {
    RAW: { description: 'As traded on the day. Only these are prices.' },
    SPLIT_ADJUSTED: { description: 'Earlier ones restated for later splits.' },
    TOTAL_RETURN: { description: 'Earlier ones restated for later splits and dividends: good for returns alone.' },
    MIXED: { description: 'Restated for some and not for others: good for nothing.' },
  },
});

registerEnumType(Adjustment, {
  name: 'Adjustment',
  description: 'What closes are adjusted for, by the splits and dividends known on the knowledge date whose day has come.',
  valuesConfig: {
    NONE: { description: 'Nothing: as traded.' },
    SPLITS: { description: 'Splits: on the shares of the knowledge date.' },
    TOTAL_RETURN: { description: 'Splits, and dividends reinvested at the close of their day: what lies between two values is the total return. No value is a price.' },
  },
});

registerEnumType(CorporateActionKind, {
  name: 'CorporateActionKind',
  description: "What changes a share's price without a change of its value, or ends it.",
  valuesConfig: {
    SPLIT: { description: 'Old shares became new ones.' },
    DIVIDEND: { description: 'Cash was paid to those who held it before the day.' },
    DELISTING: { description: 'It was no longer traded.' },
  },
});

registerEnumType(PerformanceMeasure, {
  name: 'PerformanceMeasure',
  description: 'By what two funds are held against each other.',
  valuesConfig: {
    NAV: { description: 'Net asset value per share; what was distributed is not added back.' },
    TOTAL_RETURN: { description: 'Closes on the exchange with dividends reinvested, as `prices(adjust: TOTAL_RETURN)` gives them.' },
  },
});

registerEnumType(FactKind, {
  name: 'FactKind',
  description: 'A kind of fact, by what a file reports of it.',
  valuesConfig: {
    HOLDINGS: { description: 'What a fund held.' },
    VALUATIONS: { description: 'What a fund was worth.' },
    CONSTITUENTS: { description: 'Who is in an index.' },
    COMPANY_FACTS: { description: 'Figures of filings, of which earnings are told.' },
    COMPANIES: { description: 'What the SEC says of companies.' },
    TICKERS: { description: 'Tickers and names of companies.' },
    FILINGS: { description: 'Lists of filings.' },
    CLOSES: { description: 'Closing prices.' },
    CORPORATE_ACTIONS: { description: 'Splits, dividends and delistings.' },
    ESTIMATES: { description: 'What was expected of quarters, and when companies report.' },
    BASKETS: { description: 'Members of baskets.' },
    SERIES: { description: 'Vintages of macroeconomic series.' },
    RELEASE_DATES: { description: 'The days of releases.' },
  },
});
