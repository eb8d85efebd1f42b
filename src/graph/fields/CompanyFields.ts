import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { MissingReason } from '../../domain/MissingReason';
import { Company } from '../../store/entities/Company';
import { CompanyName } from '../../store/entities/CompanyName';
import { CompanyProfile } from '../../store/entities/CompanyProfile';
import { companyProfileAt } from '../../store/reads/companies';
import { companyNameAt, companyNamesAt } from '../../store/reads/companyNames';
import { companyTickersAt } from '../../store/reads/companyTickers';
import { marketValueOf, whyNoMarketValue } from '../../store/reads/marketValues';
import { sharesOutstandingAt } from '../../store/reads/shareCounts';
import { type Row, type Sql, raw, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Sized } from '../planner/declare';
import { CompanyTicker } from './CompanyTicker';
import { Missing, missingOf } from './Missing';

type Profiled = 'sic' | 'sic_description' | 'fiscal_year_end';

const inProfile = (column: Profiled, { cik }: Row<Company>, { at }: Planning): Sql =>
  sql`SELECT ${raw(column)} FROM (${companyProfileAt(cik, at)}) p`;

/** What a company was called, and how the SEC described it. */
@Resolver(() => Company)
export class CompanyFields {
  @FieldResolver(() => String, { nullable: true, description: "What it was called at the knowledge date, in the SEC's spelling where the SEC gives one; null where nothing known then names it." })
  name(@Root() { cik }: Row<Company>, @Ctx() { at }: Planning): Sql {
    return companyNameAt(cik, at);
  }

  @FieldResolver(() => [CompanyName], { description: "The names that it bore by the SEC's index of its filings, as known at the knowledge date, the oldest first." })
  @Sized({ size: 4 })
  names(@Root() { cik }: Row<Company>, @Ctx() { at }: Planning): Sql {
    return companyNamesAt(cik, at);
  }

  @FieldResolver(() => [CompanyTicker], { description: 'Its tickers by the lists known at the knowledge date, those of the newest first.' })
  @Sized({ size: 3 })
  tickers(@Root() { cik }: Row<Company>, @Ctx() { at }: Planning): Sql {
    return companyTickersAt(cik, at);
  }

  @FieldResolver(() => CompanyProfile, { nullable: true, description: 'How the SEC described it, as known at the knowledge date.' })
  profile(@Root() { cik }: Row<Company>, @Ctx() { at }: Planning): Sql {
    return companyProfileAt(cik, at);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The Standard Industrial Classification of `profile`, four digits.' })
  sic(@Root() company: Row<Company>, @Ctx() planning: Planning): Sql {
    return inProfile('sic', company, planning);
  }

  @FieldResolver(() => String, { nullable: true, description: "The SEC's words for `sic`; null where it is." })
  sicDescription(@Root() company: Row<Company>, @Ctx() planning: Planning): Sql {
    return inProfile('sic_description', company, planning);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Month and day on which its fiscal year ends, by `profile`: `12-31`.' })
  fiscalYearEnd(@Root() company: Row<Company>, @Ctx() planning: Planning): Sql {
    return inProfile('fiscal_year_end', company, planning);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null or, of `tickers`, empty at the knowledge date, and why.' })
  @Sized({ size: 4 })
  missing(@Root() company: Row<Company>, @Ctx() planning: Planning): Sql {
    const { cik } = company;
    const { at } = planning;
    const isProfiled = sql`EXISTS (${companyProfileAt(cik, at)})`;
    const otherwise = sql`CASE WHEN ${isProfiled} THEN ${MissingReason.NOT_REPORTED} ELSE ${MissingReason.NOT_KNOWN_YET} END`;
    const described = (column: Profiled) => ({ isThere: sql`(${inProfile(column, company, planning)}) IS NOT NULL`, otherwise });
    return missingOf({
      name: sql`EXISTS (${companyNameAt(cik, at)})`,
      tickers: sql`EXISTS (${companyTickersAt(cik, at)})`,
      profile: isProfiled,
      sic: described('sic'),
      sicDescription: described('sic_description'),
      fiscalYearEnd: described('fiscal_year_end'),
      sharesOutstanding: sql`EXISTS (${sharesOutstandingAt(cik, at)})`,
      marketValue: { isThere: sql`EXISTS (${marketValueOf(cik, at.asOf, at)})`, otherwise: whyNoMarketValue(cik, at.asOf, at) },
    });
  }
}
