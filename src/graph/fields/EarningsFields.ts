import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { EarningsFlag } from '../../domain/earnings/EarningsState';
import { MissingReason } from '../../domain/MissingReason';
import { Company } from '../../store/entities/Company';
import { CompanyFact } from '../../store/entities/CompanyFact';
import { Earnings } from '../../store/entities/Earnings';
import { Filing } from '../../store/entities/Filing';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { companyByCik } from '../../store/reads/companies';
import { factsByIds } from '../../store/reads/companyFacts';
import { documentById } from '../../store/reads/documents';
import { earningsVersionsOf, unexpectedEarnings } from '../../store/reads/earnings';
import { estimateFor, surpriseOf } from '../../store/reads/estimates';
import { filingByKey } from '../../store/reads/filings';
import { type Row, type Sql, raw, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Sized } from '../planner/declare';
import { whyNoSurprise } from './EarningsEstimateFields';
import { EarningsRevision } from './EarningsRevision';
import { Missing, missingOf } from './Missing';
import { YearOnYear, yearOnYear } from './YearOnYear';

@Resolver(() => Earnings)
export class EarningsFields {
  @FieldResolver(() => Company, { description: 'Who earned it.' })
  company(@Root() { cik }: Row<Earnings>, @Ctx() { at }: Planning): Sql {
    return companyByCik(cik, at);
  }

  @FieldResolver(() => SourceDocument, { description: 'The document that the filing was read from.' })
  source(@Root() { documentId }: Row<Earnings>): Sql {
    return documentById(documentId);
  }

  @FieldResolver(() => Filing, { nullable: true, description: 'The filing that brought this version; null where no list of filings known at the knowledge date has it.' })
  filing(@Root() { cik, accession }: Row<Earnings>, @Ctx() { at }: Planning): Sql {
    return filingByKey([sql`${cik}`, sql`${accession}`], at);
  }

  @FieldResolver(() => [EarningsFlag], { description: 'What is doubtful about the figures, by a stated rule.' })
  @Sized({ size: 2 })
  flags(@Root() { flagged }: Row<Earnings>): Sql {
    return sql`${flagged}`;
  }

  @FieldResolver(() => [CompanyFact], { description: "The filings' figures that these are told from." })
  @Sized({ size: 8 })
  facts(@Root() { factIds }: Row<Earnings>): Sql {
    return sql`${factsByIds(factIds)} ORDER BY concept, start_on, observed_on, known_on, accession`;
  }

  @FieldResolver(() => [EarningsRevision], { description: "Every version of the period's earnings known by the knowledge date, the first one first." })
  @Sized({ size: 4 })
  revisions(@Root() earned: Row<Earnings>, @Ctx() { at }: Planning): Sql {
    return sql`SELECT * FROM (${earningsVersionsOf(earned, at)}) v ORDER BY known_on`;
  }

  @FieldResolver(() => YearOnYear, { nullable: true, description: 'The change from the same period a year before, both as known at the knowledge date; null where that is not known.' })
  yoy(@Root() earned: Row<Earnings>, @Ctx() { at }: Planning): Sql {
    return yearOnYear(earned, at);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Standardized unexpected earnings: the change of `epsDiluted` from a year before, less the mean of the same change in the eight quarters before, over their standard deviation (n - 1). All as known at the knowledge date (Foster, 1977; Bernard and Thomas, 1989). Null where one of the nine is not known, and of a year.',
  })
  sue(@Root() earned: Row<Earnings>, @Ctx() { at }: Planning): Sql {
    return unexpectedEarnings(earned, at);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null, and why; `fiscalQuarter`, `epsReported` and grounds aside.' })
  @Sized({ size: 3 })
  missing(@Root() earned: Row<Earnings>, @Ctx() { at }: Planning): Sql {
    const { cik, accession, epsDiluted, netIncome, revenue, dilutedShares } = earned;
    const isYear = sql`${earned.period}::text = 'YEAR'`;
    const expected = [raw('e.eps_estimate'), raw('e.eps_actual')] as const;
    const reported = (value: unknown) => ({ isThere: sql`${value}::numeric IS NOT NULL`, otherwise: MissingReason.NOT_REPORTED });
    return missingOf({
      filing: sql`EXISTS (${filingByKey([sql`${cik}`, sql`${accession}`], at)})`,
      epsDiluted: reported(epsDiluted),
      netIncome: reported(netIncome),
      revenue: reported(revenue),
      dilutedShares: reported(dilutedShares),
      yoy: { isThere: sql`EXISTS (${yearOnYear(earned, at)})`, otherwise: MissingReason.INSUFFICIENT_HISTORY },
      sue: { isThere: sql`${isYear} OR (${unexpectedEarnings(earned, at)}) IS NOT NULL`, otherwise: MissingReason.INSUFFICIENT_HISTORY },
      estimate: sql`${isYear} OR EXISTS (${estimateFor(earned, at)})`,
      surprise: {
        isThere: sql`${isYear} OR (SELECT ${surpriseOf(...expected)} FROM (${estimateFor(earned, at)}) e) IS NOT NULL`,
        otherwise: sql`coalesce((SELECT ${whyNoSurprise(...expected)} FROM (${estimateFor(earned, at)}) e), ${MissingReason.NOT_KNOWN_YET})`,
      },
    });
  }
}
