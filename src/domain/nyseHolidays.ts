import { addDays, type IsoDate, isoDate, weekdayOf } from './isoDate';

/** As `weekdayOf` numbers them. */
const Weekday = { MONDAY: 1, TUESDAY: 2, WEDNESDAY: 3, THURSDAY: 4, FRIDAY: 5, SATURDAY: 6, SUNDAY: 0 } as const;

/** Whether `day` is a Saturday or a Sunday. */
export const isWeekend = (day: IsoDate): boolean => weekdayOf(day) === Weekday.SATURDAY || weekdayOf(day) === Weekday.SUNDAY;

/** The first such weekday on `day` or after it. */
const firstOnOrAfter = (day: IsoDate, weekday: number): IsoDate => addDays(day, (weekday - weekdayOf(day) + 7) % 7);

const dayIn = (year: number, monthAndDay: string): IsoDate => isoDate(`${year}-${monthAndDay}`);

/**
 * The holidays of the New York Stock Exchange in `year`, as the days on which it is closed for them, in order.
 * Holds from 1990 to 2048, while the exchange keeps its present rules.
 *
 * @source NYSE Rule 7.2 and https://www.nyse.com/trade/hours-calendars; Martin Luther King Day since 1998 by
 *   SR-NYSE-97-22 (62 FR 38179), Juneteenth since 2022 by the amendment of Rule 7.2 of September 2021.
 */
export const holidaysIn = (year: number): readonly IsoDate[] => [
  newYearsDay(year),
  ...(year >= 1998 ? [firstOnOrAfter(dayIn(year, '01-15'), Weekday.MONDAY)] : []), // Martin Luther King Day
  firstOnOrAfter(dayIn(year, '02-15'), Weekday.MONDAY), // Washington's Birthday
  goodFriday(year),
  firstOnOrAfter(dayIn(year, '05-25'), Weekday.MONDAY), // Memorial Day
  ...(year >= 2022 ? [observed(dayIn(year, '06-19'))] : []), // Juneteenth
  observed(dayIn(year, '07-04')),
  firstOnOrAfter(dayIn(year, '09-01'), Weekday.MONDAY), // Labor Day
  thanksgiving(year),
  observed(dayIn(year, '12-25')),
];

/**
 * Full days since 1990 on which the exchange stayed closed outside its holidays. Each became known ten
 * days before at most, the first of them in 2001 on its own morning.
 *
 * @source The exchange's press releases of those days; collected in "NYSE Special Closings since 1885".
 */
export const unscheduledClosures: readonly IsoDate[] = [
  '1994-04-27', // funeral of Richard Nixon
  '2001-09-11', // attack on the World Trade Center
  '2001-09-12',
  '2001-09-13',
  '2001-09-14',
  '2004-06-11', // funeral of Ronald Reagan
  '2007-01-02', // mourning for Gerald Ford
  '2012-10-29', // Hurricane Sandy
  '2012-10-30',
  '2018-12-05', // mourning for George H. W. Bush
  '2025-01-09', // mourning for Jimmy Carter
].map(isoDate);

/**
 * The days of `year` that the exchange's rules shorten to 13:00, whether or not it opens on them at all: a Christmas
 * Eve may be a Sunday. Holds for 1993 and later; before, the hour was 14:00.
 *
 * @source The exchange's yearly announcements of holidays and early closings; for 31 December 1999, its release
 *   of June 1999.
 */
export const earlyClosesIn = (year: number): readonly IsoDate[] => [
  aroundIndependenceDay(year),
  addDays(thanksgiving(year), 1),
  dayIn(year, '12-24'),
  ...['1997-12-26', '1999-12-31', '2003-12-26'].map(isoDate).filter((day) => day.startsWith(`${year}`)),
];

/** A Thursday's Fourth shortened the Friday after it until 2012, and has shortened the Wednesday before since 2013. */
function aroundIndependenceDay(year: number): IsoDate {
  const isThursday = weekdayOf(dayIn(year, '07-04')) === Weekday.THURSDAY;
  return dayIn(year, isThursday && year < 2013 ? '07-05' : '07-03');
}

/** A Saturday's holiday is kept on Friday and a Sunday's on Monday. */
function observed(holiday: IsoDate): IsoDate {
  if (weekdayOf(holiday) === Weekday.SATURDAY) return addDays(holiday, -1);
  return weekdayOf(holiday) === Weekday.SUNDAY ? addDays(holiday, 1) : holiday;
}

/** On a Saturday it is not kept at all: its Friday ends an accounting year, and Rule 7.2 trades on such days. */
function newYearsDay(year: number): IsoDate {
  const day = dayIn(year, '01-01');
  return weekdayOf(day) === Weekday.SATURDAY ? day : observed(day);
}

const thanksgiving = (year: number): IsoDate => firstOnOrAfter(dayIn(year, '11-22'), Weekday.THURSDAY);

/**
 * Two days before Easter, the Sunday after the paschal full moon.
 *
 * @source Gauss's rule for Easter with its constant 24 for 1900 to 2199. Its two exceptions for late full moons are
 *   left out: they touch 1981 and 2049 and no year between.
 */
function goodFriday(year: number): IsoDate {
  const fullMoon = addDays(dayIn(year, '03-21'), (19 * (year % 19) + 24) % 30);
  return addDays(firstOnOrAfter(addDays(fullMoon, 1), Weekday.SUNDAY), -2);
}
