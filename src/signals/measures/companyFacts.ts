import type { MarketValue, Quarter, Report, SnapshotSeen } from '../Facts';
import type { Fact } from '../Reading';

/** A quarter's earnings as a fact of evidence, with a figure told from it. */
export const earnings = ({ cik, period, observedOn, knownOn, knownOnBasis }: Quarter, label: string, value: number | null, unit: string): Fact => ({
  ...{ type: 'Earnings', key: [cik, period, observedOn], label, value, unit, observedOn, knownOn, knownOnBasis },
});

/** A quarter's net income, in USD. */
export const netIncome = (symbol: string, quarter: Quarter, income: number): Fact => earnings(quarter, `net income of ${symbol}, quarter to ${quarter.observedOn}`, income, 'USD');

/** What was expected of a quarter, and what was reported, as a fact of evidence. */
export const surprise = ({ listing, month, surprise: value, observedOn, knownOn, knownOnBasis }: Report, label: string): Fact => ({
  ...{ type: 'EarningsEstimate', key: [listing, month], label, value, unit: '%', observedOn, knownOn, knownOnBasis },
});

/** The close that a market value was told from, as it was traded. */
export const traded = (name: string, { close: { listing, series, value, ...dated } }: MarketValue): Fact => ({
  ...{ type: 'ClosingPrice', key: [listing, ...series, dated.observedOn, 'NONE'], label: `${name} as traded at the close of ${dated.observedOn}`, value, unit: 'USD', ...dated },
});

/** The count of shares that it was told from. */
export const counted = (name: string, { counted: { key, value, observedOn, knownOn, knownOnBasis } }: MarketValue): Fact => ({
  ...{ type: 'CompanyFact', key, label: `shares of ${name} on ${observedOn}`, value, unit: 'shares', observedOn, knownOn, knownOnBasis },
});

/** All of a fund's holdings of a day, with the share of its weight that is told. */
export const holdings = ({ fund, key, observedOn, knownOn, knownOnBasis }: SnapshotSeen, coverage: number): Fact => ({
  ...{ type: 'Snapshot', key: [key], label: `holdings of ${fund} on ${observedOn}`, value: coverage, unit: 'fraction told', observedOn, knownOn, knownOnBasis },
});
