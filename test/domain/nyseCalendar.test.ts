import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { InvalidInput } from '../../src/domain/errors';
import { addDays, type IsoDate, isoDate } from '../../src/domain/isoDate';
import { closesEarly, isSession, nextSession, previousSession, sessionsBetween } from '../../src/domain/nyseCalendar';

const daysOf = (first: string, last: string): IsoDate[] => {
  const days: IsoDate[] = [];
  for (let day = isoDate(first); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
};

describe('the trading calendar', () => {
  const folder = join(__dirname, '..', '..', '..', 'shared', 'data', 'prices', 'stooq');
  const hasPrices = existsSync(folder);
  const whereRecorded = hasPrices ? it : it.skip;
  const notRun = hasPrices ? '' : ' (not run: there are no price files in ../shared/data/prices/stooq)';

  /*
   * Each file lacks the bar of one day on which the exchange did trade: Apple's file has 2011-02-17, and on
   * 1999-11-16 the Russell 2000 closed at 456.88.
   */
  whereRecorded.each([
    { symbol: 'spy', first: '2005-02-25', last: '2026-05-05', lacks: '2011-02-17' },
    { symbol: 'iwm', first: '2005-02-25', last: '2026-05-05', lacks: '2011-02-17' },
    { symbol: 'aapl', first: '1990-01-02', last: '2026-06-26', lacks: '1999-11-16' },
  ])(`has the days of $symbol's bars and, but for $lacks, no others${notRun}`, ({ symbol, first, last, lacks }) => {
    const lines = readFileSync(join(folder, `${symbol}_us_d.csv`), 'utf8').split(/\r?\n/);
    const recorded = lines.map((line) => line.slice(0, 10)).filter((day) => /^\d/.test(day) && day >= first);
    expect(daysOf(first, last).filter(isSession)).toEqual([...recorded, lacks].sort());
  });

  // NYSE Group, "2026, 2027 and 2028 Holiday and Early Closings Calendar", 23 December 2025.
  const threeYears = daysOf('2026-01-01', '2028-12-31');

  it('rests on the weekdays the exchange announced for 2026 to 2028 and on no other', () => {
    const isWeekday = (day: IsoDate): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    expect(threeYears.filter((day) => isWeekday(day) && !isSession(day))).toEqual([
      ...['2026-01-01', '2026-01-19', '2026-02-16', '2026-04-03', '2026-05-25'],
      ...['2026-06-19', '2026-07-03', '2026-09-07', '2026-11-26', '2026-12-25'],
      ...['2027-01-01', '2027-01-18', '2027-02-15', '2027-03-26', '2027-05-31'],
      ...['2027-06-18', '2027-07-05', '2027-09-06', '2027-11-25', '2027-12-24'],
      ...['2028-01-17', '2028-02-21', '2028-04-14', '2028-05-29', '2028-06-19'],
      ...['2028-07-04', '2028-09-04', '2028-11-23', '2028-12-25'],
    ]);
  });

  it('closes early on the days the exchange announced for 2026 to 2028 and on no other', () => {
    const announced = ['2026-11-27', '2026-12-24', '2027-11-26', '2028-07-03', '2028-11-24'];
    expect(threeYears.filter(closesEarly)).toEqual(announced);
  });

  it.each([
    ['1994-04-27', 'the funeral of Richard Nixon'],
    ['2001-09-11', 'the attack on the World Trade Center'],
    ['2004-06-11', 'the funeral of Ronald Reagan'],
    ['2007-01-02', 'the mourning for Gerald Ford'],
    ['2012-10-30', 'Hurricane Sandy'],
    ['2018-12-05', 'the mourning for George H. W. Bush'],
    ['2025-01-09', 'the mourning for Jimmy Carter'],
    ['1998-01-19', 'the first Martin Luther King Day kept'],
    ['2022-06-20', 'the first Juneteenth kept, a Sunday, on its Monday'],
    ['2023-01-02', "a Sunday's New Year, on its Monday"],
    ['2035-03-23', 'Good Friday'],
    ['2024-06-15', 'a Saturday'],
  ])('rests on %s: %s', (day) => {
    expect(isSession(isoDate(day))).toBe(false);
  });

  it.each([
    ['1993-12-31', 'the Friday before a Saturday New Year'],
    ['2021-12-31', 'the Friday before a Saturday New Year'],
    ['1997-01-20', 'a Martin Luther King Day, before they were kept'],
    ['2021-06-18', 'the Friday before a Saturday Juneteenth, before they were kept'],
    ['2001-09-17', 'the reopening after the attack'],
    ['2024-11-11', 'Veterans Day'],
  ])('has a session on %s: %s', (day) => {
    expect(isSession(isoDate(day))).toBe(true);
  });

  it.each([
    ['1993-11-26', true, 'after Thanksgiving'],
    ['1997-10-27', false, 'a falling market stopped it, and nobody planned that'],
    ['1999-12-31', true, 'for the change of the century'],
    ['2002-07-03', false, 'the Wednesday before Independence Day, until 2012'],
    ['2002-07-05', true, 'the Friday after Independence Day, until 2012'],
    ['2003-12-26', true, 'a Friday after Christmas'],
    ['2012-07-03', true, 'a Tuesday before Independence Day'],
    ['2013-07-03', true, 'the Wednesday before Independence Day, since 2013'],
    ['2013-07-05', false, 'the Friday after Independence Day, since 2013'],
    ['2020-07-03', false, 'closed all day'],
    ['2022-12-24', false, 'a Saturday'],
    ['2025-12-24', true, 'Christmas Eve'],
  ])('says of an early close on %s: %s (%s)', (day, early) => {
    expect(closesEarly(isoDate(day))).toBe(early);
  });

  it.each([
    ['a day before 1990', () => isSession(isoDate('1989-12-29'))],
    ['a day after 2035', () => isSession(isoDate('2036-01-02'))],
    ['the session after its last', () => nextSession(isoDate('2035-12-31'))],
    ['the session before its first', () => previousSession(isoDate('1990-01-02'))],
    ['an age before the observation', () => sessionsBetween(isoDate('2024-06-17'), isoDate('2024-06-14'))],
    ['an early close before 1993', () => closesEarly(isoDate('1992-12-24'))],
  ])('refuses to tell %s', (_, question) => {
    expect(question).toThrow(InvalidInput);
  });
});

describe('trading sessions', () => {
  const day = fc.constantFrom(...daysOf('1990-01-03', '2033-12-31'));

  it.each([
    ['2024-12-31', '2025-12-31', 250, 'the year 2025'],
    ['2001-09-10', '2001-09-17', 1, 'the days without trading after the attack'],
    ['2024-06-14', '2024-06-16', 0, 'a Friday to its Sunday'],
    ['2024-06-14', '2024-06-17', 1, 'a Friday to its Monday'],
    ['2024-06-17', '2024-06-17', 0, 'a day to itself'],
  ])('after %s up to %s are %i: %s', (from, to, count) => {
    expect(sessionsBetween(isoDate(from), isoDate(to))).toBe(count);
  });

  it('are as many as are met when walking day by day', () => {
    const walk = fc.property(day, fc.nat(700), (from, length) => {
      const met = daysOf(addDays(from, 1), addDays(from, length)).filter(isSession);
      expect(sessionsBetween(from, addDays(from, length))).toBe(met.length);
    });
    fc.assert(walk);
  });

  it('add up over adjoining stretches', () => {
    const stretches = fc.property(day, day, day, (...days) => {
      const [a, b, c] = days.sort();
      expect(sessionsBetween(a, b) + sessionsBetween(b, c)).toBe(sessionsBetween(a, c));
    });
    fc.assert(stretches);
  });

  it('follow and precede any day with nothing but rest between, and lead back', () => {
    const neighbours = fc.property(day, (middle) => {
      const [previous, next] = [previousSession(middle), nextSession(middle)];
      expect(daysOf(addDays(middle, 1), next).filter(isSession)).toEqual([next]);
      expect(daysOf(previous, addDays(middle, -1)).filter(isSession)).toEqual([previous]);
      const back = [previousSession(next), nextSession(previous)];
      expect(back).toEqual(isSession(middle) ? [middle, middle] : [previous, next]);
    });
    fc.assert(neighbours);
  });
});
