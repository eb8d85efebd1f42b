import { dayNumber, isoDate } from '../../../src/domain/isoDate';
import { KnownOnBasis } from '../../../src/domain/knowledge';
import { QuarterBook } from '../../../src/evaluation/books/QuarterBook';

const day = (text: string): number => dayNumber(isoDate(text));

/** Of June in two versions, the later one first and known on another ground; of March, a transition period; and of December. */
const TOLD = [
  ...[day('2024-06-30'), 64, 1.25, 30, { knownOnBasis: KnownOnBasis.LAG_ASSUMED }],
  ...[day('2024-12-31'), 34, null, -5],
  ...[day('2024-06-30'), 36, 1.5, 3e12, { knownUntil: day('2024-09-02') }],
  ...[day('2024-03-31'), 36, 1, null, { period: 'TRANSITION' }],
];

const quarter = { cik: '0000000007', period: 'QUARTER', knownOnBasis: 'ACCEPTED_BY_SEC' };
const march = { ...quarter, period: 'TRANSITION', observedOn: '2024-03-31', firstKnownOn: '2024-05-06', knownOn: '2024-05-06', eps: 1, netIncome: null };
const june = { ...quarter, observedOn: '2024-06-30', firstKnownOn: '2024-08-05', knownOn: '2024-08-05', eps: 1.5, netIncome: 3e12 };
const restated = { ...june, knownOnBasis: 'LAG_ASSUMED', knownOn: '2024-09-02', eps: 1.25, netIncome: 30 };
const december = { ...quarter, observedOn: '2024-12-31', firstKnownOn: '2025-02-03', knownOn: '2025-02-03', eps: null, netIncome: -5 };

describe('a book of quarters', () => {
  const book = new QuarterBook([quarter.cik, ...TOLD]);
  const on = (asOf: string, after = '1990-01-01') => book.on(day(asOf), day(after));

  it('tells on each day the version of each quarter that stood at its end, in the order of their ends, whatever order they came in', () => {
    expect(on('2024-05-05')).toEqual([]);
    expect(on('2024-05-06')).toEqual([march]);
    expect(on('2024-09-01')).toEqual([march, june]);
    expect(on('2024-09-02')).toEqual([march, restated]);
    expect(on('2025-02-03')).toEqual([march, restated, december]);
  });

  it('leaves out what ended on or before a day', () => {
    expect(on('2025-02-03', '2024-03-30')).toEqual([march, restated, december]);
    expect(on('2025-02-03', '2024-03-31')).toEqual([restated, december]);
  });

  it('tells the same list again while nothing became known otherwise, of each reach its own', () => {
    const [all, newest] = [on('2024-09-02'), on('2024-09-02', '2024-03-31')];
    expect(newest).toEqual([restated]);
    expect([on('2025-02-02') === all, on('2025-02-02', '2024-03-31') === newest, on('2025-02-03') === all]).toEqual([true, true, false]);
  });

  it('of a company without any tells none', () => {
    expect(new QuarterBook(['0000000008']).on(day('2025-02-03'), 0)).toEqual([]);
  });
});
