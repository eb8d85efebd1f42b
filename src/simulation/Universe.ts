import { type Called, type Company, CompanyClass, Ending, magnificentSeven } from './Company';
import { sectors, simulatedName, woodFor, wordFor } from './companyNames';
import { isinOf } from './isin';
import type { MarketPath } from './MarketPath';
import { Random } from './Random';

/** Numbers that the SEC has given to nobody, nor will for long: it has come to about 2.1 million. */
const FIRST_CIK = 9_900_000_000;

/** Of all listed companies one in five is large. */
const LARGE_SHARE = 0.2;

/** What the seven are worth together on the first session, and all other large companies. */
const MEGA_VALUE = 4.2e12;
const LARGE_VALUE = 9.8e12;

/** How many small companies in a year leave the exchange, and how many change their ticker. */
const DELISTINGS = 0.05;
const RENAMES = 0.02;

/** Of those that leave, how many were taken over; the others failed. */
const ACQUIRED = 0.6;

/** Sessions between a company's last and the first of that which takes its place. */
const VACANCY = 5;

/** The share of small companies that are not to earn anything in usual times, in health care and elsewhere. */
const UNPROFITABLE = { healthCare: 0.8, others: 0.42 };

/** Which companies there are, place by place: each place is taken by one company after another. */
export class Universe {
  readonly large: number;

  constructor(private readonly path: MarketPath) {
    this.large = Math.max(magnificentSeven.length + 1, Math.round(path.options.companies * LARGE_SHARE));
  }

  get places(): number {
    return this.path.options.companies;
  }

  /** Every company that there ever is, place by place. */
  *companies(): Generator<Company> {
    for (let place = 0; place < this.places; place += 1) yield* this.livesAt(place);
  }

  /** The companies of one place, one after another. */
  *livesAt(place: number): Generator<Company> {
    if (place < magnificentSeven.length) yield this.mega(place);
    else if (place < this.large) yield this.invented(place + 1, CompanyClass.LARGE, 0);
    else yield* this.smallLivesAt(place);
  }

  private *smallLivesAt(place: number): Generator<Company> {
    let listed = 0;
    for (let ordinal = place + 1; listed < this.path.sessions.length; ordinal += this.places) {
      const company = this.invented(ordinal, CompanyClass.SMALL, listed);
      yield company;
      listed = company.delisted + VACANCY;
    }
  }

  private mega(place: number): Company {
    const one = magnificentSeven[place] as (typeof magnificentSeven)[number];
    const random = new Random(this.path.options.seed, 'company', one.ticker);
    return {
      ...{ ordinal: place + 1, class: CompanyClass.MEGA, cik: one.cik, isin: null, sector: one.sector, exchange: 'Nasdaq' },
      called: [{ from: 0, ticker: one.ticker, name: one.name }],
      fiscalYearEndsIn: one.fiscalYearEndsIn,
      ...{ listed: 0, delisted: this.last, ending: null },
      value: MEGA_VALUE * one.share,
      price: random.between(60, 220),
      beta: random.between(1.05, 1.2),
      volatility: random.between(0.1, 0.16),
      earningsYield: random.between(0.035, 0.045),
      sales: random.between(0.14, 0.25),
      dividendYield: one.dividendYield,
      issuance: -0.01,
    };
  }

  private invented(ordinal: number, kind: CompanyClass.LARGE | CompanyClass.SMALL, listed: number): Company {
    const random = new Random(this.path.options.seed, 'company', ordinal);
    const isSmall = kind === CompanyClass.SMALL;
    const sector = random.pick(sectors);
    const isUnprofitable = isSmall && random.chance(sector.name === 'Health Care' ? UNPROFITABLE.healthCare : UNPROFITABLE.others);
    const paysDividends = !isUnprofitable && random.chance(isSmall ? 0.45 : 0.75);
    const { delisted, ending } = isSmall ? this.endOf(random, listed) : { delisted: this.last, ending: null };
    return {
      ordinal,
      class: kind,
      cik: String(FIRST_CIK + ordinal),
      isin: isinOf(ordinal),
      called: this.callings(ordinal, sector, random, listed, isSmall ? delisted : listed),
      sector,
      exchange: random.chance(0.6) ? 'Nasdaq' : 'NYSE',
      fiscalYearEndsIn: random.chance(0.8) ? 12 : random.pick([6, 9]),
      ...{ listed, delisted, ending },
      value: isSmall ? smallValue(random) : (LARGE_VALUE / (this.large - magnificentSeven.length)) * random.between(0.4, 1.6),
      price: random.between(8, 120),
      beta: random.between(0.8, isSmall ? 1.4 : 1.15),
      volatility: isSmall ? random.between(0.25, 0.5) + (isUnprofitable ? 0.15 : 0) : random.between(0.14, 0.26),
      earningsYield: isUnprofitable ? -random.between(0.03, 0.16) : random.between(0.025, isSmall ? 0.08 : 0.065),
      sales: isUnprofitable ? random.between(0.02, 0.4) : random.between(0.3, 1.2),
      dividendYield: paysDividends ? random.between(0.008, 0.035) : 0,
      issuance: isUnprofitable ? random.between(0.02, 0.1) : random.between(-0.02, 0.015),
    };
  }

  /** The last session of a small company that lists on `listed`, which its own stream tells. */
  private endOf(random: Random, listed: number): { readonly delisted: number; readonly ending: Ending | null } {
    for (let session = listed + 250; session < this.last; session += 21) {
      if (random.chance(DELISTINGS / 12)) return { delisted: session, ending: random.chance(ACQUIRED) ? Ending.ACQUIRED : Ending.BANKRUPT };
    }
    return { delisted: this.last, ending: null };
  }

  private callings(ordinal: number, sector: Company['sector'], random: Random, listed: number, end: number): readonly Called[] {
    const wood = woodFor(ordinal);
    const called: Called[] = [{ from: listed, ticker: `ZZ${String(ordinal).padStart(3, '0')}`, name: simulatedName(wood, wordFor(sector, random)) }];
    for (let session = listed + 120; session < end - 120 && called.length === 1; session += 252) {
      if (random.chance(RENAMES)) called.push({ from: session, ticker: `${called[0]?.ticker}X`, name: simulatedName(wood, 'DIGITAL') });
    }
    return called;
  }

  private get last(): number {
    return this.path.sessions.length - 1;
  }
}

/** Dollars: most are small even among the small. */
function smallValue(random: Random): number {
  const share = random.fraction();
  return 2.5e8 + 5.5e9 * share * share * share;
}
