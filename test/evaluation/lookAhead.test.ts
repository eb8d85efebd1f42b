import { addDays, type IsoDate, isoDate } from '../../src/domain/isoDate';
import { Knowledge } from '../../src/domain/knowledge';
import { factsOnDays } from '../../src/evaluation/factsOnDays';
import { Every, sessionsEvery } from '../../src/evaluation/sessionsOn';
import { Evaluation } from '../../src/signals/Evaluation';
import { signals } from '../../src/signals/signals';
import { Reader } from '../../src/store/Reader';
import { useDatabase } from '../support/database';
import { Random } from '../support/Random';
import { LAST, loadMarket } from './whole/market';
import { closesOfMine } from './whole/ofMine';
import { plants } from './whole/plants';

const database = useDatabase();
const read = (statement: Parameters<Reader['read']>[0]) => new Reader(database().db).read(statement);

const all = [...signals.values(), closesOfMine];
const keys = all.map(({ key }) => key).sort();

/** Each session of the weeks in which something is planted, and month ends of the years before. */
const FIRST = isoDate('2024-06-10');
const DAYS = [...sessionsEvery(Every.MONTH, isoDate('2022-01-01'), isoDate('2024-05-31')), ...sessionsEvery(Every.DAY, FIRST, LAST)];

/** All that signals say on each day, by day, knowledge and signal; on some days what they read for it, too. */
class Said {
  readonly texts = new Map<string, string>();
  /** The signals that have a value on some day, by knowledge. */
  readonly valued = { [Knowledge.ANY]: new Set<string>(), [Knowledge.PROVEN]: new Set<string>() };

  /** All days are read for at once: what becomes known on a later one of them is at hand. */
  static async of(days: readonly IsoDate[]): Promise<Said> {
    const said = new Said();
    for (const knowledge of Object.values(Knowledge)) {
      const factsOn = await factsOnDays(read, all, days, knowledge);
      for (const [i, day] of days.entries()) said.note(new Evaluation(factsOn(day), {}, i % 10 === 0), day, knowledge, i % 10 === 0);
    }
    return said;
  }

  /** The days on which anything is said otherwise than before, each with the signal. */
  unlike(before: Said): readonly string[] {
    return [...this.texts].filter(([place, text]) => before.texts.get(place) !== text).map(([place]) => place);
  }

  private note(evaluation: Evaluation, day: IsoDate, knowledge: Knowledge, isTraced: boolean): void {
    for (const signal of all) {
      const reading = evaluation.reading(signal);
      this.texts.set(`${day} ${knowledge} ${signal.key}`, JSON.stringify([reading, isTraced ? evaluation.inputsHash(signal) : '']));
      if (reading.value !== null) this.valued[knowledge].add(signal.key);
    }
  }
}

describe('what every signal says of a day, whole with its evidence, its sentence and what it reads,', () => {
  const random = new Random(8);
  const moved = new Set<string>();
  let before: Said;

  beforeAll(async () => {
    await loadMarket(database().db);
    before = await Said.of(DAYS);
  }, 120_000);

  it('is told somewhere in the market, under both kinds of knowledge', () => {
    for (const knowledge of Object.values(Knowledge)) expect([...before.valued[knowledge]].sort()).toEqual(keys);
  });

  it.each([1, 2, 3])('is not changed by one bit by anything that becomes known later: round %d', async () => {
    const knownOn = addDays(FIRST, 5 + random.below(42));
    for (const plant of Object.values(plants)) await plant(database().db, random, knownOn);
    const after = await Said.of(DAYS);
    const others = after.unlike(before);
    expect({ knownOn, changed: others.filter((place) => place.slice(0, 10) < knownOn) }).toEqual({ knownOn, changed: [] });
    others.forEach((place) => moved.add(place.split(' ')[2] ?? ''));
    before = after;
  }, 60_000);

  it('is the same where the day is asked for alone', async () => {
    for (const day of DAYS.filter((_, i) => i % 10 === 0)) {
      const alone = await Said.of([day]);
      expect(alone.unlike(before)).toEqual([]);
    }
  }, 60_000);

  it('is changed by what is planted from the day on which it is known: none of them stood still', () => {
    expect([...moved].sort()).toEqual(keys);
  });
});
