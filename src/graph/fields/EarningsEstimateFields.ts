import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { MissingReason } from '../../domain/MissingReason';
import { Company } from '../../store/entities/Company';
import { Earnings } from '../../store/entities/Earnings';
import { EarningsEstimate } from '../../store/entities/EarningsEstimate';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { companyMatch, companyOfWording } from '../../store/reads/companyMatches';
import { documentById } from '../../store/reads/documents';
import { earningsOfMonth } from '../../store/reads/earnings';
import { LEAST_ESTIMATE, MOST_SURPRISE, surpriseOf } from '../../store/reads/estimates';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Sized } from '../planner/declare';
import { Missing, missingOf } from './Missing';

export const SURPRISE = `By how much earnings exceeded the estimate, in percent of its size: 5 is 5 %. Null where the estimate is below ${LEAST_ESTIMATE} in size, and beyond ${MOST_SURPRISE} %, as a split between estimate and report makes it.`;

/** Why there is no surprise, as SQL, of a row in which there is an estimate and what was reported or not. */
export const whyNoSurprise = (estimate: unknown, actual: unknown): Sql => sql`
  CASE WHEN ${actual}::numeric IS NULL THEN ${MissingReason.NOT_KNOWN_YET} WHEN ${estimate}::numeric IS NULL THEN ${MissingReason.NOT_REPORTED}
    WHEN abs(${estimate}::numeric) < ${LEAST_ESTIMATE}::numeric THEN ${MissingReason.ESTIMATE_TOO_SMALL} ELSE ${MissingReason.SPLIT_SUSPECTED} END`;

@Resolver(() => EarningsEstimate)
export class EarningsEstimateFields {
  @FieldResolver(() => Company, { nullable: true, description: 'Whose earnings they are; null where no company that reports to the SEC was found for the ticker.' })
  company(@Root() { descriptionId, provenOn }: Row<EarningsEstimate>): Sql {
    return companyOfWording(descriptionId, provenOn);
  }

  @FieldResolver(() => Earnings, { nullable: true, description: 'The quarter as the company filed it; null where no filing known at the knowledge date gives it.' })
  earnings(@Root() { descriptionId, provenOn, periodMonth }: Row<EarningsEstimate>, @Ctx() { at }: Planning): Sql {
    return earningsOfMonth(sql`(SELECT m.cik FROM (${companyMatch(descriptionId, provenOn)}) m)`, periodMonth, at);
  }

  @FieldResolver(() => Boolean, { description: 'True if the report is out: then `epsActual` is not null.' })
  isReported(@Root() { epsActual }: Row<EarningsEstimate>): Sql {
    return sql`${epsActual}::numeric IS NOT NULL`;
  }

  @FieldResolver(() => Float, { nullable: true, description: SURPRISE })
  surprise(@Root() { epsEstimate, epsActual }: Row<EarningsEstimate>): Sql {
    return surpriseOf(epsEstimate, epsActual);
  }

  @FieldResolver(() => SourceDocument, { description: 'The document that both were read from.' })
  source(@Root() { documentId }: Row<EarningsEstimate>): Sql {
    return documentById(documentId);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null, and why.' })
  @Sized({ size: 2 })
  missing(@Root() { epsEstimate, epsActual, reportOn }: Row<EarningsEstimate>): Sql {
    return missingOf({
      epsEstimate: { isThere: sql`${epsEstimate}::numeric IS NOT NULL`, otherwise: MissingReason.NOT_REPORTED },
      epsActual: sql`${epsActual}::numeric IS NOT NULL`,
      reportOn: { isThere: sql`${reportOn}::date IS NOT NULL`, otherwise: MissingReason.NOT_REPORTED },
      surprise: { isThere: sql`(${surpriseOf(epsEstimate, epsActual)}) IS NOT NULL`, otherwise: whyNoSurprise(epsEstimate, epsActual) },
    });
  }
}
