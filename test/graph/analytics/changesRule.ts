import { type Told, groupsOf, sumOf } from './invented';

/*
 * What became of the positions of two snapshots, restated from what the schema says of it: straightforward, in floats.
 */

export interface Change {
  readonly key: string;
  readonly kind: string;
  readonly linesBefore: number;
  readonly linesAfter: number;
  readonly sharesBefore: number | null;
  readonly sharesAfter: number | null;
  readonly weightBefore: number | null;
  readonly weightAfter: number | null;
  readonly drift: number | null;
  readonly traded: number | null;
  readonly suspectedSplit: number | null;
}

interface Position {
  readonly lines: number;
  readonly weight: number;
  readonly shares: number | null;
  readonly price: number | null;
}

/** Two lines of one security are one position; its price is its value by unit, or what all of its lines quote. */
function positionOf(lines: readonly Told[]): Position {
  const shares = lines.some((line) => line.shares === null) ? null : sumOf(lines, (line) => line.shares ?? 0);
  const value = lines.some((line) => line.marketValue === null) ? null : sumOf(lines, (line) => line.marketValue ?? 0);
  const [quoted = null] = lines.map((line) => line.price);
  const agreed = lines.every((line) => line.price === quoted) ? quoted : null;
  const price = value === null || shares === null || shares === 0 ? agreed : value / shares;
  return { lines: lines.length, weight: sumOf(lines, ({ weight }) => weight), shares, price };
}

const positive = (number: number | null | undefined): number | null => (typeof number === 'number' && number > 0 ? number : null);

const over = (after: number | null, before: number | null): number | null => (after === null || before === null ? null : after / before);

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low = NaN, high = NaN] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}

const RATIOS = [1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50].flatMap((ratio) => [ratio, 1 / ratio]);

/** Units within 5 % of a usual ratio, while the price went the other way: together they moved less than the price alone. */
function splitOf(growth: number | null, priceRatio: number | null): number | null {
  if (growth === null || priceRatio === null) return null;
  const fitting = RATIOS.filter((ratio) => {
    const rest = priceRatio * ratio;
    return Math.abs(growth / ratio - 1) <= 0.05 && rest >= 0.5 && rest <= 2 && Math.abs(Math.log(rest)) < Math.abs(Math.log(priceRatio));
  });
  return fitting.sort((a, b) => Math.abs(growth / a - 1) - Math.abs(growth / b - 1))[0] ?? null;
}

function kindOf(before: Position | undefined, after: Position | undefined, growth: number | null): string {
  if (before === undefined) return 'ADDED';
  if (after === undefined) return 'REMOVED';
  if (before.shares === null || after.shares === null) return 'HELD';
  if (growth !== null) return growth > 1.01 ? 'BOUGHT' : growth < 0.99 ? 'SOLD' : 'DRIFTED';
  if (before.shares === after.shares) return 'DRIFTED';
  return after.shares > before.shares ? 'BOUGHT' : 'SOLD';
}

export function changesByRule(earlier: readonly Told[], later: readonly Told[]): readonly Change[] {
  const before = new Map([...groupsOf(earlier, ({ security }) => security)].map(([key, lines]) => [key, positionOf(lines)]));
  const after = new Map([...groupsOf(later, ({ security }) => security)].map(([key, lines]) => [key, positionOf(lines)]));
  const pairs = [...new Set([...before.keys(), ...after.keys()])].map((key) => {
    const [a, b] = [before.get(key), after.get(key)];
    return { key, a, b, growth: over(positive(b?.shares), positive(a?.shares)), priceRatio: over(positive(b?.price), positive(a?.price)) };
  });
  const ofFund = median(pairs.flatMap(({ growth }) => growth ?? []));
  const sized = pairs.map((pair) => {
    const growth = over(pair.growth, ofFund);
    const split = splitOf(growth, pair.priceRatio);
    const moved = split !== null || pair.priceRatio === null || pair.a === undefined ? null : pair.a.weight * pair.priceRatio;
    return { ...pair, growth, split, moved };
  });
  const movable = sized.filter(({ moved }) => moved !== null);
  const scale = sumOf(movable, ({ a }) => a?.weight ?? 0) / sumOf(movable, ({ moved }) => moved ?? 0);
  return sized.map(({ key, a, b, growth, split, moved }): Change => {
    const passive = moved === null || !Number.isFinite(scale) ? null : moved * scale;
    const gone = a === undefined ? (b?.weight ?? 0) : -a.weight;
    return {
      ...{ key, kind: kindOf(a, b, growth), linesBefore: a?.lines ?? 0, linesAfter: b?.lines ?? 0 },
      ...{ sharesBefore: a?.shares ?? null, sharesAfter: b?.shares ?? null, weightBefore: a?.weight ?? null, weightAfter: b?.weight ?? null },
      ...{ drift: passive === null ? null : passive - (a?.weight ?? 0), suspectedSplit: split },
      traded: a === undefined || b === undefined ? gone : passive === null ? null : b.weight - passive,
    };
  });
}
