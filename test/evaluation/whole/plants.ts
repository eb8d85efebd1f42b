import type { DataSource } from 'typeorm';
import { addDays, type IsoDate } from '../../../src/domain/isoDate';
import { isSession, previousSession } from '../../../src/domain/nyseCalendar';
import { filed, quartersOf } from '../../domain/earnings/companyFile';
import { loadBaskets } from '../../store/load/basketFile';
import { loadCompany } from '../../store/load/companyFile';
import type { Random } from '../../support/Random';
import { ACTIONS, CLOSES, ESTIMATES, HOLDINGS, LISTINGS, MINE, SEVEN, SMALL, UNLISTED, cikOf, closesOf, csv, estimated, largeHeldOn, loadTickers, smallHeldOn } from './market';
import { CODES, loadLaterVintage } from './series';

/** Becomes known on a day, and says something else of days before it, drawn at random. */
type Plant = (db: DataSource, random: Random, knownOn: IsoDate) => Promise<unknown>;

/** A session in the two months before a day. */
function recent(random: Random, day: IsoDate): IsoDate {
  const found = addDays(day, -1 - random.below(60));
  return isSession(found) ? found : previousSession(found);
}

/** All that may become known later of the whole market. */
export const plants: Readonly<Record<string, Plant>> = {
  vintages: async (db, random, knownOn) => {
    for (const code of CODES) await loadLaterVintage(db, code, random, knownOn);
  },

  async filings(db, random, knownOn) {
    const [q1, q2] = quartersOf(2024);
    const says = () => ({ eps: random.below(300) / 100, income: 5 + random.below(50), shares: 10 + random.below(10) });
    for (const cik of [random.pick(SEVEN), random.pick(SMALL.filter((symbol) => symbol !== UNLISTED))].map(cikOf)) {
      const spans = { [q1]: says(), [quartersOf(2023)[random.below(4)] ?? q1]: says(), ...(knownOn > '2024-07-05' ? { [q2]: says() } : {}) };
      const accession = `${cik}-24-${knownOn.slice(5, 7)}${knownOn.slice(8)}00`;
      const restated = filed({ on: knownOn, says: spans, fiscalPeriod: 'Q2', fiscalYear: 2024 }).map((fact) => ({ ...fact, accession }));
      await loadCompany(db, cik, restated, { on: knownOn, fileName: `CIK${cik}-${knownOn}.json` });
    }
  },

  'a snapshot': (db, random, knownOn) => {
    const observedOn = addDays(knownOn, -1 - random.below(12));
    const fund = random.pick(['IWM', 'SPY', 'IVV']);
    const first = 1 + random.below(8);
    return csv(db, 'csv-holdings', [HOLDINGS, ...(fund === 'IWM' ? smallHeldOn(observedOn, knownOn, [first / 10, (9 - first) / 10, 0.1]) : largeHeldOn(fund, observedOn, knownOn, random))], knownOn);
  },

  closes: (db, random, knownOn) => csv(db, 'csv-prices', [CLOSES, ...closesOf(random.pick(LISTINGS), random, recent(random, recent(random, knownOn)), knownOn)], knownOn),

  'an estimate': (db, random, knownOn) => csv(db, 'csv-estimates', [ESTIMATES, estimated(random.pick(SEVEN), knownOn, `0.${11 + random.below(80)}`)], knownOn),

  'a corporate action': (db, random, knownOn) => {
    const actions = [...MINE, random.pick([...SEVEN, 'IWM', 'SPY'])].map((symbol) => {
      const day = recent(random, knownOn);
      return random.chance(0.5) ? `${symbol},SPLIT,${day},${knownOn},${2 + random.below(4)},` : `${symbol},DIVIDEND,${day},${knownOn},,${1 + random.below(5)}`;
    });
    return csv(db, 'csv-corporate-actions', [ACTIONS, ...new Set(actions)], knownOn);
  },

  'a member of a basket': (db, random, knownOn) => loadBaskets(db, [`mine,${random.pick(['AMZN', 'META', 'MSFT', 'TSLA'])},${random.chance(0.5) ? recent(random, knownOn) : ''},,${knownOn},,`], { on: knownOn }),

  'whose a ticker is': (db, random, knownOn) => loadTickers(db, [[random.pick(SEVEN.slice(1)), cikOf(SEVEN[0])]], knownOn),
};
