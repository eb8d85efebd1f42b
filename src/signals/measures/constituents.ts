import { AssetClass } from '../../domain/assetClass';
import { grouped } from '../../domain/grouped';
import type { IsoDate } from '../../domain/isoDate';
import type { Line, SnapshotSeen } from '../Facts';
import type { QuartersOf } from '../inputs/companies';
import { type Matched, matchedOn } from './incomeGrowth';
import { remembered } from './remembered';

/** How old the holdings may be of the fund whose companies are the small ones, in days: an index is reconstituted once a year, and an older file is of another index. */
export const INDEX_STANDS = 370;

/** A company in a fund, and what growth is told from. */
interface MatchedConstituent {
  readonly symbol: string;
  readonly matched: Matched;
}

/** The companies in a fund whose growth can be told, and the share of the fund's weight in shares that they have. */
interface MatchedFund {
  readonly companies: readonly MatchedConstituent[];
  /** From 0 to 1. */
  readonly coverage: number;
}

/** Of all shares of positive weight; several lines of one company are one. */
export function matchedConstituents({ lines }: SnapshotSeen, quartersOf: QuartersOf, day: IsoDate): MatchedFund {
  const { constituents, weight: all } = constituentsOf(lines);
  const companies: MatchedConstituent[] = [];
  let covered = 0;
  for (const { cik, symbol, weight } of constituents) {
    const matched = matchedOn(quartersOf(cik), day);
    if (matched === undefined) continue;
    companies.push({ symbol, matched });
    covered += weight;
  }
  return { companies, coverage: all > 0 ? covered / all : 0 };
}

/** The companies in a fund's shares of positive weight, and the weight of all of these, also of those without a company. */
const constituentsOf = remembered((lines: readonly Line[]) => {
  const held = lines.filter(({ assetClass, weight }) => assetClass === AssetClass.EQUITY && weight > 0);
  const weightOf = (some: readonly Line[]): number => some.reduce((sum, { weight }) => sum + weight, 0);
  const constituents = [...grouped(held, (line) => line.cik)].flatMap(([cik, own]) => (cik === null ? [] : [{ cik, symbol: own[0]?.symbol ?? '-', weight: weightOf(own) }]));
  return { constituents, weight: weightOf(held) };
});

/** So many of the companies whose income changed most from a year before, the most first. */
export const weightiest = (companies: readonly MatchedConstituent[], count: number): readonly MatchedConstituent[] =>
  [...companies].sort((a, b) => changeOf(b.matched) - changeOf(a.matched) || (a.symbol < b.symbol ? -1 : 1)).slice(0, count);

const changeOf = ({ newest: { income, baseIncome } }: Matched): number => Math.abs(income - baseIncome);
