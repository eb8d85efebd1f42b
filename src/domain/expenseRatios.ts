import type { Decimal } from './decimal';
import { assumed, type DatedFact, type KnownOn, printed } from './fundFacts';
import { isoDate } from './isoDate';

/** What a fund charges a year, from a day on. */
export interface ExpenseRatio extends DatedFact {
  /** Of net assets, after waivers, as a fraction: 0.0019 is 0.19 %. */
  readonly ratio: Decimal;
}

type Row = readonly [
  fund: string, ratio: string, observedOn: string, known: KnownOn,
  publisher: string, title: string, url: string,
];

const FEES_OF_OCTOBER_2012 = [
  'iShares Trust', 'Supplement of 2012-10-15 to the prospectuses, 0001193125-12-423224',
  'https://www.sec.gov/Archives/edgar/data/1100663/000119312512423224/d424146d497.htm',
] as const;

/*
 * By fund, then by day. Two rest on more than their source's words. AVSC: the letter gives the fee table of its
 * first prospectus, which was there on the first day for which a price is at hand. QQQ: shareholders agreed on "Friday",
 * of which 2025-12-19 is the last before the change.
 */
const rows: readonly Row[] = [
  ['AVSC', '0.0025', '2022-01-13', assumed('2022-01-13'),
    'American Century ETF Trust', 'Fee table in the letter to the SEC of 2021-12-20, 0001710607-21-000194',
    'https://capedge.com/filing/1710607/0001710607-21-000194/ESGA-CORRESP'],
  ['AVUV', '0.0025', '2022-01-06', printed('2022-01-06'), 'Seeking Alpha', 'AVUV: Actively-Managed Small-Cap Value ETF',
    'https://seekingalpha.com/article/4478159'],
  ['IJR', '0.0016', '2012-10-17', printed('2012-10-15'), ...FEES_OF_OCTOBER_2012],
  ['IJR', '0.0006', '2024-06-18', printed('2024-06-18'), 'Zacks', 'Should IJR Be on Your Investing Radar?',
    'https://www.nasdaq.com/articles/should-ishares-core-sp-small-cap-etf-ijr-be-your-investing-radar'],
  ['IVV', '0.0007', '2012-10-17', printed('2012-10-15'), ...FEES_OF_OCTOBER_2012],
  ['IVV', '0.0003', '2022-06-16', assumed('2022-06-17'), 'Arty', 'Comparing S&P 500 ETFs: SPY vs. IVV',
    'https://arty.fund/blog/comparing-sp-500-etfs-spy-vs-ivv/'],
  ['IWB', '0.0015', '2017-07-31', assumed('2017-08-31'), 'ETF Research Center', 'Fund basics of IWB',
    'http://etfresearchcenter.com/tools/fund_detail.php?ETF_ticker=IWB'],
  ['IWC', '0.0068', '2009-12-08', printed('2009-12-08'), 'etf.com', 'The Best Micro-Cap ETF',
    'http://www.etf.com/sections/features/6970-the-best-microcap-etf.html'],
  ['IWC', '0.0060', '2020-06-30', assumed('2020-07-31'), 'ETF Research Center', 'Fund basics of IWC',
    'https://backup.etfresearchcenter.com/tools/fund_detail.php?ETF_ticker=IWC'],
  ['IWD', '0.0019', '2020-03-31', assumed('2020-04-30'), 'ETF Research Center', 'Fund basics of IWD',
    'https://backup.etfresearchcenter.com/tools/fund_detail.php?ETF_ticker=IWD'],
  ['IWF', '0.0019', '2019-10-31', assumed('2019-11-30'), 'ETF Research Center', 'Fund basics of IWF',
    'https://backup.etfresearchcenter.com/tools/fund_detail.php?ETF_ticker=IWF'],
  ['IWM', '0.0024', '2014-09-18', assumed('2014-09-19'), 'etf.com', 'IWM summary data',
    'http://www.etf.com/IWM?iu=1'],
  ['IWM', '0.0020', '2016-08-03', printed('2016-08-03'), 'The Motley Fool', 'The Best Russell 2000 ETF for Your Portfolio',
    'https://preview.www.fool.com/investing/2016/08/03/the-best-russell-2000-etf-for-your-portfolio.aspx'],
  ['IWM', '0.0019', '2020-08-31', assumed('2020-09-30'), 'ETF Research Center', 'Fund basics of IWM',
    'https://backup.etfresearchcenter.com/tools/fund_detail.php?ETF_ticker=IWM'],
  ['IWN', '0.0024', '2020-03-31', assumed('2020-04-30'), 'ETF Research Center', 'Fund basics of IWN',
    'https://backup.etfresearchcenter.com/tools/fund_detail.php?ETF_ticker=IWN'],
  ['IWO', '0.0025', '2015-06-05', assumed('2015-12-31'), 'Kiplinger', 'This ETF Prospers From Fast-Growing Small Caps',
    'http://www.kiplinger.com/article/investing/T022-C009-S002-this-etf-prospers-from-fast-growing-small-caps.html'],
  ['IWO', '0.0024', '2020-07-31', assumed('2020-08-31'), 'ETF Research Center', 'Fund basics of IWO',
    'https://backup.etfresearchcenter.com/tools/fund_detail.php?ETF_ticker=IWO'],
  ['IWV', '0.0020', '2014-07-28', assumed('2014-07-29'), 'etf.com', 'IWV summary data',
    'http://www.etf.com/IWV'],
  ['MAGS', '0.0029', '2024-12-27', assumed('2024-12-28'), 'MutualFunds.com', 'Roundhill Magnificent Seven ETF',
    'https://mutualfunds.com/etfs/mags-listed-funds-trust-roundhill-magnificent-seven-etf'],
  ['QQQ', '0.0020', '2022-09-21', assumed('2022-09-22'), 'etf.com', 'QQQ summary data as of 2022-09-21',
    'https://www.etf.com/QQQ'],
  ['QQQ', '0.0018', '2025-12-22', assumed('2025-12-19'),
    'Bloomberg', 'Invesco Unlocks $180 Million Windfall After QQQ Vote Passes',
    'https://cdn2.el-balad.com/216575'],
  ['SCHA', '0.0004', '2025-08-11', printed('2025-08-11'), 'BestETF', 'Schwab U.S. Small-Cap ETF',
    'https://www.bestetf.net/etf/SCHA'],
  ['SPY', '0.000945', '2021-03-31', assumed('2021-06-30'), 'State Street', 'SPY fact sheet as of 2021-03-31',
    'https://www.scribd.com/document/518548499/Factsheet-Us-en-Spy'],
  ['VOO', '0.0005', '2012-04-26', printed('2012-04-27'), 'Vanguard', 'Expense ratio changes of April 27, 2012',
    'http://toptrader.blogspot.com/2012/05/vanguard-etfs-expense-ratios-are-low.html'],
  ['VOO', '0.0003', '2024-09-30', assumed('2024-12-31'), 'Vanguard', 'VOO fact sheet as of 2024-09-30',
    'https://info.5y1.org/vanguard-s-p-500-etf-voo-reviews_1_f79966.html'],
  ['VTWO', '0.0015', '2016-08-03', printed('2016-08-03'), 'The Motley Fool', 'The Best Russell 2000 ETF for Your Portfolio',
    'https://preview.www.fool.com/investing/2016/08/03/the-best-russell-2000-etf-for-your-portfolio.aspx'],
  ['VTWO', '0.0010', '2020-06-30', assumed('2020-07-31'), 'ETF Research Center', 'Fund basics of VTWO',
    'https://backup.etfresearchcenter.com/tools/fund_detail.php?ETF_ticker=VTWO'],
  ['VTWO', '0.0007', '2025-12-04', printed('2025-12-04'),
    'AInvest', "VTWO: Is Vanguard's Low-Cost Russell 2000 ETF a Strategic Buy for 2026?",
    'https://www.ainvest.com/news/vtwo-vanguard-cost-russell-2000-etf-strategic-buy-2026-2512'],
];

/** Every version of every shipped fund's ratio for which a source is at hand; others may have held between them. */
export const expenseRatios: readonly ExpenseRatio[] = rows.map(([fund, ratio, observedOn, known, publisher, title, url]) => ({
  fund,
  ratio: ratio as Decimal,
  observedOn: isoDate(observedOn),
  ...known,
  source: { publisher, title, url },
}));
