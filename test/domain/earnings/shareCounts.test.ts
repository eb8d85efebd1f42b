import { isoDate } from '../../../src/domain/isoDate';
import type { KnownFact } from '../../../src/domain/earnings/KnownFact';
import { type ShareCount, shareCounts } from '../../../src/domain/earnings/shareCounts';
import type { Split } from '../../../src/domain/earnings/splits';
import { Random } from '../../support/Random';
import { filed } from './companyFile';

const COVER = 'dei:EntityCommonStockSharesOutstanding';
const SHEET = 'us-gaap:CommonStockSharesOutstanding';
const AVERAGE = 'us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding';

const told = (counts: readonly ShareCount[]) => counts.map(({ knownOn, basis, splitFactor, fact }) => [knownOn, basis, Number(fact.value), splitFactor]);

describe('the figure that counts shares', () => {
  it('is the cover page, but for days on which it is more than 200 days older than another', () => {
    const facts = [
      ...filed({ on: '2023-05-05', says: { '/2023-03-31': { outstanding: 100 } } }),
      ...filed({ on: '2023-08-05', says: { '/2023-07-31': { cover: 101 }, '2023-04-01/2023-06-30': { shares: 103 } } }),
      ...filed({ on: '2024-03-01', says: { '/2024-02-16': { outstanding: 104 } } }),
      ...filed({ on: '2024-05-05', says: { '/2024-02-17': { outstanding: 105 } } }),
      ...filed({ on: '2024-08-05', says: { '/2024-07-31': { cover: 106 } } }),
    ];
    expect(told(shareCounts(facts, []))).toEqual([
      ['2023-05-05', 'BALANCE_SHEET', 100, 1],
      ['2023-08-05', 'COVER_PAGE', 101, 1],
      ['2024-05-05', 'BALANCE_SHEET', 105, 1],
      ['2024-08-05', 'COVER_PAGE', 106, 1],
    ]);
  });

  it('of several averages that end on one day is the shortest, and of several filings the last', () => {
    const facts = [
      ...filed({ on: '2023-08-05', says: { '2023-01-01/2023-06-30': { shares: 90 }, '2023-04-01/2023-06-30': { shares: 91 } } }),
      ...filed({ on: '2023-09-05', says: { '2023-04-01/2023-06-30': { shares: 92 }, '2023-01-01/2023-06-30': { shares: 93 } } }),
    ];
    expect(told(shareCounts(facts, []))).toEqual([
      ['2023-08-05', 'DILUTED_AVERAGE', 91, 1],
      ['2023-09-05', 'DILUTED_AVERAGE', 92, 1],
    ]);
  });

  it('is carried over each split from the day that a filing shows it, and over none that was shown before', () => {
    const splits = [{ ratio: 4, shownOn: isoDate('2023-06-01') }, { ratio: 0.1, shownOn: isoDate('2023-07-01') }, { ratio: 2, shownOn: isoDate('2023-04-01') }];
    expect(told(shareCounts(filed({ on: '2023-05-05', says: { '/2023-04-28': { cover: 100 } } }), splits))).toEqual([
      ['2023-05-05', 'COVER_PAGE', 100, 1],
      ['2023-06-01', 'COVER_PAGE', 100, 4],
      ['2023-07-01', 'COVER_PAGE', 100, 0.4],
    ]);
  });

  /** What filings and splits of one day and before tell, by sorting them. */
  function asOf(facts: readonly KnownFact[], splits: readonly Split[], day: string): readonly [string, number] | undefined {
    const newest = [COVER, SHEET, AVERAGE].flatMap((concept) => {
      const known = facts.filter((fact) => fact.concept === concept && fact.knownOn <= day);
      const [last] = known.sort((a, b) => b.endOn.localeCompare(a.endOn) || (b.startOn ?? '').localeCompare(a.startOn ?? '') || b.knownOn.localeCompare(a.knownOn) || b.accession.localeCompare(a.accession));
      return last ?? [];
    });
    const end = Math.max(...newest.map(({ endOn }) => Date.parse(endOn)));
    const fact = newest.find(({ endOn }) => end - Date.parse(endOn) <= 200 * 86_400_000);
    if (fact === undefined) return undefined;
    return [fact.id, splits.filter(({ shownOn }) => shownOn > fact.knownOn && shownOn <= day).reduce((factor, { ratio }) => factor * ratio, 1)];
  }

  const dayIn = (random: Random): string => `20${20 + random.below(4)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
  const later = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

  it.each(Array.from({ length: 100 }, (_, i) => i + 1))('is on each day that of the filings of the day and before (company %i)', (seed) => {
    const random = new Random(seed);
    const facts = Array.from({ length: 2 + random.below(12) }, () => {
      const end = dayIn(random);
      const says = { [`/${end}`]: random.pick([{ cover: random.below(99) }, { outstanding: random.below(99) }]), [`${later(end, -90)}/${end}`]: { shares: random.below(99) } };
      return filed({ on: later(end, random.below(60)), says }).filter(() => random.chance(0.7));
    }).flat();
    const splits = Array.from({ length: random.below(3) }, () => ({ ratio: random.pick([2, 4, 0.5]), shownOn: isoDate(dayIn(random)) })).sort((a, b) => a.shownOn.localeCompare(b.shownOn));
    const counts = shareCounts([...facts].sort(() => random.fraction() - 0.5), splits);
    const days = [...facts.map(({ knownOn }) => knownOn), ...splits.map(({ shownOn }) => shownOn), '2019-12-31', '2026-01-01'];
    for (const day of [...days, ...days.map((known) => later(known, -1))]) {
      const held = counts.filter(({ knownOn }) => knownOn <= day).at(-1);
      expect(held === undefined ? undefined : [held.fact.id, held.splitFactor]).toEqual(asOf(facts, splits, day));
    }
  });
});
