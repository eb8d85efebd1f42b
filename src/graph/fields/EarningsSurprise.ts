import { Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import { Earnings } from '../../store/entities/Earnings';
import { EarningsEstimate } from '../../store/entities/EarningsEstimate';
import { estimateFor, surpriseOf } from '../../store/reads/estimates';
import { type Row, type Sql, raw, sql } from '../../store/sql';
import type { Planning } from '../context';
import { SURPRISE } from './EarningsEstimateFields';

/** What was expected of a quarter. */
@Resolver(() => Earnings)
export class EarningsSurprise {
  @FieldResolver(() => EarningsEstimate, { nullable: true, description: 'What was expected of the quarter, and what was reported by the same document; null where none is known, and of a year.' })
  estimate(@Root() earned: Row<Earnings>, @Ctx() { at }: Planning): Sql {
    return estimateFor(earned, at);
  }

  @FieldResolver(() => Float, { nullable: true, description: `${SURPRISE} Both are those of \`estimate\`, not the filing's.` })
  surprise(@Root() earned: Row<Earnings>, @Ctx() { at }: Planning): Sql {
    return sql`SELECT ${surpriseOf(raw('e.eps_estimate'), raw('e.eps_actual'))} FROM (${estimateFor(earned, at)}) e`;
  }
}
