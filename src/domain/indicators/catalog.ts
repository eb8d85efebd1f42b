import { Frequency } from './Frequency';
import { SeasonalAdjustment } from './SeasonalAdjustment';
import { Theme } from './Theme';

/** A series of which we know, before any file is read, what it measures. Identity only: its values are dated facts. */
export interface Indicator {
  /** Its id at FRED. */
  readonly code: string;
  readonly title: string;
  /** As FRED words it. */
  readonly unit: string;
  readonly frequency: Frequency;
  readonly seasonalAdjustment: SeasonalAdjustment;
  /** The `code` of the release in which it appears. */
  readonly releaseCode: string;
  readonly themes: readonly Theme[];
}

const { DAILY, WEEKLY, MONTHLY, QUARTERLY } = Frequency;
const { ADJUSTED, ADJUSTED_ANNUAL_RATE, NOT_ADJUSTED } = SeasonalAdjustment;

const indicator = (
  code: string,
  title: string,
  unit: string,
  frequency: Frequency,
  seasonalAdjustment: SeasonalAdjustment,
  releaseCode: string,
  ...themes: readonly Theme[]
): Indicator => ({ code, title, unit, frequency, seasonalAdjustment, releaseCode, themes });

/** @source The page of each series, https://fred.stlouisfed.org/series/UNRATE. */
export const indicators: readonly Indicator[] = [
  indicator('UNRATE', 'Unemployment Rate', 'Percent', MONTHLY, ADJUSTED, 'employment-situation', Theme.LABOR),
  indicator('PAYEMS', 'All Employees, Total Nonfarm', 'Thousands of Persons', MONTHLY, ADJUSTED, 'employment-situation', Theme.LABOR),
  indicator('SAHMREALTIME', 'Real-time Sahm Rule Recession Indicator', 'Percentage Points', MONTHLY, ADJUSTED, 'sahm-rule', Theme.LABOR, Theme.RECESSION),
  indicator('ICSA', 'Initial Claims', 'Number', WEEKLY, ADJUSTED, 'weekly-claims', Theme.LABOR),
  indicator('CPIAUCSL', 'Consumer Price Index for All Urban Consumers: All Items in U.S. City Average', 'Index 1982-1984=100', MONTHLY, ADJUSTED, 'consumer-price-index', Theme.INFLATION),
  indicator('CPILFESL', 'Consumer Price Index for All Urban Consumers: All Items Less Food and Energy in U.S. City Average', 'Index 1982-1984=100', MONTHLY, ADJUSTED, 'consumer-price-index', Theme.INFLATION),
  indicator('PCEPI', 'Personal Consumption Expenditures: Chain-type Price Index', 'Index 2017=100', MONTHLY, ADJUSTED, 'personal-income-and-outlays', Theme.INFLATION),
  indicator('PCEPILFE', 'Personal Consumption Expenditures Excluding Food and Energy (Chain-Type Price Index)', 'Index 2017=100', MONTHLY, ADJUSTED, 'personal-income-and-outlays', Theme.INFLATION),
  indicator('GDPC1', 'Real Gross Domestic Product', 'Billions of Chained 2017 Dollars', QUARTERLY, ADJUSTED_ANNUAL_RATE, 'gross-domestic-product', Theme.GROWTH),
  indicator('INDPRO', 'Industrial Production: Total Index', 'Index 2017=100', MONTHLY, ADJUSTED, 'industrial-production', Theme.GROWTH),
  indicator('NFCI', 'Chicago Fed National Financial Conditions Index', 'Index', WEEKLY, NOT_ADJUSTED, 'financial-conditions', Theme.FINANCIAL_CONDITIONS),
  indicator('VIXCLS', 'CBOE Volatility Index: VIX', 'Index', DAILY, NOT_ADJUSTED, 'cboe-volatility', Theme.FINANCIAL_CONDITIONS),
  indicator('DGS2', 'Market Yield on U.S. Treasury Securities at 2-Year Constant Maturity, Quoted on an Investment Basis', 'Percent', DAILY, NOT_ADJUSTED, 'selected-interest-rates', Theme.RATES),
  indicator('DGS10', 'Market Yield on U.S. Treasury Securities at 10-Year Constant Maturity, Quoted on an Investment Basis', 'Percent', DAILY, NOT_ADJUSTED, 'selected-interest-rates', Theme.RATES),
  indicator('DFF', 'Federal Funds Effective Rate', 'Percent', DAILY, NOT_ADJUSTED, 'selected-interest-rates', Theme.RATES),
  indicator('FEDFUNDS', 'Federal Funds Effective Rate', 'Percent', MONTHLY, NOT_ADJUSTED, 'selected-interest-rates', Theme.RATES),
  indicator('DFEDTARU', 'Federal Funds Target Range - Upper Limit', 'Percent', DAILY, NOT_ADJUSTED, 'fomc-target-range', Theme.RATES),
  indicator('DFEDTARL', 'Federal Funds Target Range - Lower Limit', 'Percent', DAILY, NOT_ADJUSTED, 'fomc-target-range', Theme.RATES),
  indicator('DFEDTAR', 'Federal Funds Target Rate (DISCONTINUED)', 'Percent', DAILY, NOT_ADJUSTED, 'fomc-target-range', Theme.RATES),
  indicator('DRCRELEXFACBS', 'Delinquency Rate on Commercial Real Estate Loans (Excluding Farmland), Booked in Domestic Offices, All Commercial Banks', 'Percent', QUARTERLY, ADJUSTED, 'charge-off-and-delinquency', Theme.CREDIT),
  indicator('USREC', 'NBER based Recession Indicators for the United States from the Period following the Peak through the Trough', '+1 or 0', MONTHLY, NOT_ADJUSTED, 'business-cycle-dates', Theme.RECESSION),
];
