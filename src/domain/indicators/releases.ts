import { type IsoDate, isoDate } from '../isoDate';

/**
 * When a period's first value is out, as a rule: calendar days after the period's end, the session after it, or the day itself.
 * Its values count as known then where no vintage says more, so it errs to the late side.
 */
type UsualLag = { readonly days: number } | 'NEXT_SESSION' | 'SAME_DAY';

/** Periods, by FRED's dates, that came out on another day than the usual lag says. */
interface Delay {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly knownOn: IsoDate;
}

/** A publication in which series appear. */
export interface Release {
  readonly code: string;
  readonly name: string;
  readonly publisher: string;
  readonly url: string;
  /**
   * Its number at FRED, under which calendars list it; null where no public page that we found names it.
   * @source https://fred.stlouisfed.org/release?rid=10 and so on: the pages of 10, 53, 200, 242 and 456 are cited as those of the CPI, GDP, CBOE, the
   *   recession dates and the Sahm rule; programs that read FRED's calendar name 13, 18, 50, 54, 101 and 180 alike.
   */
  readonly fredId: number | null;
  readonly lag: UsualLag;
  /** Why the lag is what it is. */
  readonly lagReason: string;
  readonly delays: readonly Delay[];
}

const delay = (from: string, to: string, knownOn: string): Delay => ({ from: isoDate(from), to: isoDate(to), knownOn: isoDate(knownOn) });

/** One period. */
const late = (observedOn: string, knownOn: string): Delay => delay(observedOn, observedOn, knownOn);

/**
 * The releases of the series in the catalog. Their delays are those of the lapses in federal funding of 1 to 16 October 2013, 22 December
 * 2018 to 25 January 2019, 1 October to 12 November 2025 and 31 January to 3 February 2026, where a release came after its usual lag.
 *
 * @source Delays: the publishers' revised schedules, https://www.bls.gov/bls/2025-lapse-revised-release-dates.htm,
 *   https://www.bea.gov/news/schedule, https://www.bea.gov/news/blog/2019-02-06/new-dates-set-gdp-personal-income-and-international-trade and
 *   https://www.bea.gov/news/blog/2019-02-28/new-date-set-january-consumer-spending. Turning points:
 *   https://www.nber.org/research/business-cycle-dating/business-cycle-dating-committee-announcements
 */
export const releases: readonly Release[] = [
  {
    code: 'employment-situation', name: 'Employment Situation', publisher: 'U.S. Bureau of Labor Statistics', url: 'https://www.bls.gov/ces/', fredId: 50,
    lag: { days: 10 }, lagReason: 'It comes on the first Friday of the next month, or on the second where the month ends late in the week: by its tenth day.',
    delays: [late('2013-09-01', '2013-10-22'), late('2025-09-01', '2025-11-20'), delay('2025-10-01', '2025-11-01', '2025-12-16'), late('2026-01-01', '2026-02-11')],
  },
  {
    code: 'sahm-rule', name: 'Sahm Rule Recession Indicators', publisher: 'Federal Reserve Bank of St. Louis', url: 'https://fred.stlouisfed.org/series/SAHMREALTIME', fredId: 456,
    lag: { days: 10 }, lagReason: 'It is computed from the unemployment rate on the day that this comes out.',
    delays: [late('2013-09-01', '2013-10-22'), late('2025-09-01', '2025-11-20'), delay('2025-10-01', '2025-11-01', '2025-12-16'), late('2026-01-01', '2026-02-11')],
  },
  {
    code: 'weekly-claims', name: 'Unemployment Insurance Weekly Claims Report', publisher: 'U.S. Employment and Training Administration', url: 'https://www.dol.gov/ui/data.pdf', fredId: 180,
    lag: { days: 6 }, lagReason: 'A week ends on Saturday, and its claims come on the next Thursday, or on Friday after a holiday.',
    delays: [delay('2025-09-27', '2025-11-08', '2025-11-20')],
  },
  {
    code: 'consumer-price-index', name: 'Consumer Price Index', publisher: 'U.S. Bureau of Labor Statistics', url: 'https://www.bls.gov/cpi/', fredId: 10,
    lag: { days: 16 }, lagReason: 'It comes between the tenth and the sixteenth day of the next month.',
    delays: [late('2013-09-01', '2013-10-30'), late('2013-10-01', '2013-11-20'), late('2025-09-01', '2025-10-24'), delay('2025-10-01', '2025-11-01', '2025-12-18')],
  },
  {
    code: 'personal-income-and-outlays', name: 'Personal Income and Outlays', publisher: 'U.S. Bureau of Economic Analysis', url: 'https://www.bea.gov/data/income-saving/personal-income', fredId: 54,
    lag: { days: 35 }, lagReason: 'It comes in the last days of the next month, or in the first of the one after.',
    delays: [
      ...[late('2013-09-01', '2013-11-08'), late('2013-10-01', '2013-12-06')],
      ...[late('2018-12-01', '2019-03-01'), late('2019-01-01', '2019-03-29'), late('2019-02-01', '2019-04-29')],
      ...[late('2025-09-01', '2025-12-05'), delay('2025-10-01', '2025-11-01', '2026-01-22'), late('2025-12-01', '2026-02-20'), late('2026-01-01', '2026-03-13')],
    ],
  },
  {
    code: 'gross-domestic-product', name: 'Gross Domestic Product', publisher: 'U.S. Bureau of Economic Analysis', url: 'https://www.bea.gov/data/gdp/gross-domestic-product', fredId: 53,
    lag: { days: 35 }, lagReason: 'The advance estimate comes in the last days of the month after the quarter, or in the first of the next.',
    delays: [late('2013-07-01', '2013-11-07'), late('2018-10-01', '2019-02-28'), late('2025-07-01', '2025-12-23'), late('2025-10-01', '2026-02-20')],
  },
  {
    code: 'industrial-production', name: 'G.17 Industrial Production and Capacity Utilization', publisher: 'Board of Governors of the Federal Reserve System (US)', url: 'https://www.federalreserve.gov/releases/g17/', fredId: 13,
    lag: { days: 18 }, lagReason: 'It comes between the fourteenth and the eighteenth day of the next month.',
    delays: [late('2013-09-01', '2013-10-28'), late('2025-09-01', '2025-12-03'), delay('2025-10-01', '2025-11-01', '2025-12-23')],
  },
  {
    code: 'financial-conditions', name: 'Chicago Fed National Financial Conditions Index', publisher: 'Federal Reserve Bank of Chicago', url: 'https://www.chicagofed.org/research/data/nfci/current-data', fredId: null,
    lag: { days: 6 }, lagReason: 'A week ends on Friday, and its value comes on the next Wednesday, or on Thursday after a holiday.', delays: [],
  },
  {
    code: 'selected-interest-rates', name: 'H.15 Selected Interest Rates', publisher: 'Board of Governors of the Federal Reserve System (US)', url: 'https://www.federalreserve.gov/releases/h15/', fredId: 18,
    lag: 'NEXT_SESSION', lagReason: 'The rates of a day come on the next business day, as do the means of a month that ends with it.', delays: [],
  },
  {
    code: 'fomc-target-range', name: 'FOMC Press Release', publisher: 'Board of Governors of the Federal Reserve System (US)', url: 'https://www.federalreserve.gov/monetarypolicy/openmarket.htm', fredId: 101,
    // FRED carries the target for every day, and its calendar lists every day: it does not tell those of the committee's meetings.
    lag: 'SAME_DAY', lagReason: 'The target is announced on the day before it holds, and holds until the next announcement.', delays: [],
  },
  {
    code: 'cboe-volatility', name: 'CBOE Market Statistics', publisher: 'Chicago Board Options Exchange', url: 'https://www.cboe.com/tradable_products/vix/', fredId: 200,
    lag: 'NEXT_SESSION', lagReason: "FRED has a day's close on the next business day.", delays: [],
  },
  {
    code: 'charge-off-and-delinquency', name: 'Charge-Off and Delinquency Rates on Loans and Leases at Commercial Banks', publisher: 'Board of Governors of the Federal Reserve System (US)', url: 'https://www.federalreserve.gov/releases/chargeoff/', fredId: null,
    lag: { days: 65 }, lagReason: 'It comes about sixty days after the quarter, when the call reports are in.', delays: [],
  },
  {
    code: 'business-cycle-dates', name: 'US Business Cycle Expansions and Contractions', publisher: 'National Bureau of Economic Research', url: 'https://www.nber.org/research/data/us-business-cycle-expansions-and-contractions', fredId: 242,
    lag: { days: 5 }, lagReason: "FRED carries the last state on when a month is over; months after a turning point count as known when NBER's committee dated it.",
    delays: [
      ...[delay('1980-02-01', '1980-05-01', '1980-06-03'), delay('1980-08-01', '1981-06-01', '1981-07-08')],
      ...[delay('1981-08-01', '1981-12-01', '1982-01-06'), delay('1982-12-01', '1983-06-01', '1983-07-08')],
      ...[delay('1990-08-01', '1991-03-01', '1991-04-25'), delay('1991-04-01', '1992-11-01', '1992-12-22')],
      ...[delay('2001-04-01', '2001-10-01', '2001-11-26'), delay('2001-12-01', '2003-06-01', '2003-07-17')],
      ...[delay('2008-01-01', '2008-11-01', '2008-12-01'), delay('2009-07-01', '2010-08-01', '2010-09-20')],
      ...[delay('2020-03-01', '2020-04-01', '2020-06-08'), delay('2020-05-01', '2021-06-01', '2021-07-19')],
    ],
  },
];
