/** What is asked as of a day in the middle of the market: one question of each kind, whose answer does not grow with history. */

const ASKED = 'asOf: "2024-09-10"';
const etf = (fields, symbol = 'IWM') => `{ etf(symbol: "${symbol}", ${ASKED}) { ${fields} } }`;

/** Its companies were all listed long before: what they earned before the market began is not asked. */
const ofOldCompanies = (fields) => etf(fields, 'SPY');
const company = (fields) => `{ company(symbol: "MSFT", ${ASKED}) { ${fields} } }`;
const security = (fields) => `{ security(symbol: "ZZ037", ${ASKED}) { ${fields} } }`;
const indicator = (code, fields) => `{ indicator(code: "${code}", ${ASKED}) { ${fields} } }`;
const YEAR = 'from: "2023-09-01", to: "2024-08-30"';
const QUARTER = 'from: "2024-06-03", to: "2024-08-30"';
const SYMBOLS = '["AAPL", "MSFT", "NVDA", "AMZN", "META", "IWM", "SPY", "ZZ037"]';

export const questions = {
  'a fund, its ten largest holdings, their companies and last four earnings': ofOldCompanies('holdings(first: 10) { nodes { weight security { symbol name company { cik earnings(last: 4) { nodes { periodEnd epsDiluted } } } } } }'),
  'all holdings with their companies': etf('holdings(first: 1000) { nodes { weight security { symbol sector company { cik name } } } }'),
  'snapshots of two days, and one by its day': etf('snapshot { observedOn positions } before: snapshot(on: "2024-05-31") { observedOn positions }'),
  'sectors, and how concentrated': etf('exposure(by: SECTOR) { groups { weight } } concentration { effectiveNumber topWeight }'),
  'changes of holdings in a quarter': etf('holdingChanges(from: "2024-05-31", to: "2024-08-30") { turnover summary { kind securities } }'),
  'overlap with another fund': etf('overlap(with: "AVSC") { weight }'),
  'valuations of 20 days': etf('valuations(first: 20) { nodes { observedOn nav } } netAssets'),
  'flows of a quarter': etf(`flows(${QUARTER}) { total count }`),
  'closes of a year, adjusted': etf(`prices(${YEAR}, adjust: TOTAL_RETURN) { series { values } }`),
  'total return of a year against another fund': etf('relativeTo(other: "SPY", by: TOTAL_RETURN, from: "2023-09-01", to: "2024-08-30") { relativeReturn }'),
  'splits and dividends of a year': etf(`corporateActions(${YEAR}) { kind amount }`),
  'earnings of all that a fund holds': ofOldCompanies('fundamentals { priceEarnings { value } unprofitableWeight { value } }'),
  'market value of a fund': etf('marketValue { value }'),
  'all funds with their newest snapshots': `{ etfs(${ASKED}) { nodes { symbol snapshot { observedOn } expenseRatio { ratio } } } }`,
  'a panel of eight symbols over a year': `{ prices(symbols: ${SYMBOLS}, ${YEAR}, ${ASKED}) { series { dates values } } }`,
  'a security and who holds it': security('name sector company { cik } heldBy(first: 10) { nodes { weight } }'),
  'a security’s closes and return': security(`prices(${QUARTER}) { series { values } } returns(${YEAR}) { totalReturn }`),
  'eight quarters, with surprises': company('earnings(last: 8) { nodes { periodEnd epsDiluted sue surprise yoy { netIncomeGrowth } revisions { knownOn } } }'),
  'revenue of two years': company('fundamentals(concept: REVENUE, from: "2022-07-01", to: "2024-06-30") { values }'),
  'newest filings': company('filings(first: 5) { nodes { form accession } }'),
  'newest estimates, and the next report': company('estimates(from: "2023-09-01", to: "2024-09-01") { nodes { periodEnd epsEstimate epsActual } } nextReport { reportOn }'),
  'what a company is called, and its shares': company('name tickers { symbol } sharesOutstanding { shares }'),
  'market value of a company': company('marketValue { value }'),
  'companies by ticker': `{ companies(filter: { symbols: ${SYMBOLS} }, ${ASKED}) { nodes { cik name } } }`,
  'reports of a week': `{ earningsCalendar(from: "2024-07-22", to: "2024-07-28", ${ASKED}) { nodes { symbol reportOn epsActual } } }`,
  search: `{ search(text: "alder", first: 10, ${ASKED}) { kind key name } }`,
  'a basket’s members and return': `{ basket(key: "mag7", ${ASKED}) { members { symbol } returns(from: "2024-06-03", to: "2024-08-30") { totalReturn } } }`,
  'the seven largest companies': `{ basket(key: "top7", ${ASKED}) { members { symbol } } }`,
  'members of an index': `{ index(code: "SPX", ${ASKED}) { membership { count members(first: 10) { nodes { symbol } } } membershipChanges(from: "2024-05-31", to: "2024-08-30") { additions(first: 5) { nodes { symbol } } } } }`,
  'a macro series of a year, year on year': indicator('CPILFESL', `series(${YEAR}, transform: YOY) { values }`),
  'a daily macro series of a year': indicator('DGS2', `series(${YEAR}) { values }`),
  'its newest value, and its release': indicator('PAYEMS', 'latest(transform: CHANGE) { value } release { lastOn nextOn }'),
  'first prints of a year': indicator('PAYEMS', `series(${YEAR}, print: FIRST) { values }`),
  'revisions of a month': indicator('PAYEMS', 'revisions(of: "2024-03-01") { value knownOn }'),
  'a signal with its evidence': `{ signal(key: "soft-landing", ${ASKED}) { score state sentence evidence { contribution } } }`,
  'what each source has given': `{ dataStatus(${ASKED}) { source newestObservedOn newestKnownOn } }`,
};
