import type { SimulationOptions } from '../../src/simulation/options';
import { simulatedFiles } from '../../src/simulation/simulatedFiles';

/** What a simulated market comes to, told from its files alone. */
export interface MarketStatistics {
  /** Daily total returns by symbol, of funds. */
  readonly returns: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Net incomes of three months as first reported, of small companies. */
  readonly smallIncomes: readonly number[];
  /** Days from a quarter's or year's end to its report, by form. */
  readonly lags: Readonly<Record<'10-Q' | '10-K', readonly number[]>>;
  /** Published values of a series by period, the first print first. */
  readonly prints: ReadonlyMap<string, ReadonlyMap<string, readonly (number | null)[]>>;
  /** Reported less expected earnings per share over the size of these, of the seven and of all others. */
  readonly surprises: Readonly<Record<'mega' | 'others', readonly number[]>>;
}

const SEVEN = ['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA'];

/** Reads a market's files as they come by. */
export function marketStatistics(options: SimulationOptions): MarketStatistics {
  const closes = new Map<string, Map<string, number>>();
  const smallIncomes: number[] = [];
  const lags = { '10-Q': [] as number[], '10-K': [] as number[] };
  const prints = new Map<string, Map<string, (number | null)[]>>();
  const surprises = { mega: [] as number[], others: [] as number[] };
  for (const { source, name, text } of simulatedFiles(options)) {
    if (source === 'csv-prices' && name.startsWith('fund-prices')) readCloses(text, closes);
    if (source === 'edgar-company-facts') readFacts(text, smallIncomes, lags);
    if (source === 'fred-api') prints.set(name.replace('.json', ''), readPrints(text));
    if (source === 'csv-estimates') readSurprises(text, surprises);
  }
  return { returns: new Map([...closes].map(([symbol, days]) => [symbol, returnsOf(days)])), smallIncomes, lags, prints, surprises };
}

const rowsOf = (text: string): readonly (readonly string[])[] => text.trim().split('\n').slice(1).map((line) => line.split(','));

function readCloses(text: string, closes: Map<string, Map<string, number>>): void {
  for (const [symbol = '', day = '', close] of rowsOf(text)) closes.set(symbol, (closes.get(symbol) ?? new Map<string, number>()).set(day, Number(close)));
}

function returnsOf(days: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const inOrder = [...days];
  return new Map(inOrder.slice(1).map(([day, close], i) => [day, close / (inOrder[i]?.[1] ?? NaN) - 1]));
}

interface Fact {
  readonly start: string;
  readonly end: string;
  readonly val: number;
  readonly form: string;
  readonly filed: string;
}

function readFacts(text: string, smallIncomes: number[], lags: MarketStatistics['lags'] & Record<string, number[]>): void {
  const { cik, facts } = JSON.parse(text) as { cik: number; facts: { 'us-gaap': { NetIncomeLoss: { units: { USD: Fact[] } } } } };
  const first = new Map<string, Fact>();
  for (const fact of facts['us-gaap'].NetIncomeLoss.units.USD) if (!first.has(`${fact.start} ${fact.end}`)) first.set(`${fact.start} ${fact.end}`, fact);
  const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
  for (const { start, end, val, form, filed } of first.values()) {
    const isQuarter = days(start, end) < 100;
    if (isQuarter && cik > 9_900_000_020) smallIncomes.push(val);
    if (isQuarter === (form === '10-Q')) lags[form]?.push(days(end, filed));
  }
}

function readPrints(text: string): Map<string, (number | null)[]> {
  const { observations } = JSON.parse(text) as { observations: { date: string; value: string }[] };
  const prints = new Map<string, (number | null)[]>();
  for (const { date, value } of observations) prints.set(date, [...(prints.get(date) ?? []), value === '.' ? null : Number(value)]);
  return prints;
}

function readSurprises(text: string, surprises: Record<'mega' | 'others', number[]>): void {
  for (const [symbol = '', , , estimate, actual] of rowsOf(text)) {
    if (actual === '' || Math.abs(Number(estimate)) < 0.1) continue;
    surprises[SEVEN.includes(symbol) ? 'mega' : 'others'].push((Number(actual) - Number(estimate)) / Math.abs(Number(estimate)));
  }
}
