import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import { Node } from '../../domain/Node';
import { type Row, type Sql, sql } from '../../store/sql';
import { NodeRefs } from '../planner/answers';
import { Sized } from '../planner/declare';
import { Signal, SignalEvidence } from './Signal';

/** How many facts a signal may rest on. */
const FACTS = 60;

@Resolver(() => Signal)
export class SignalEvidenceFields {
  @FieldResolver(() => [SignalEvidence], { description: 'The facts that it rests on, what weighs most first.' })
  @Sized({ size: FACTS })
  evidence(
    @Root() { evidence, leaning }: Row<Signal>,
    @Arg('against', () => Boolean, { defaultValue: false, description: 'Only those whose term adds what has the other sign than the score, or than its terms together where a cap or veto holds it at 0: what speaks most against it first.' })
    against: boolean,
  ): Sql {
    const contrary = sql`e.contribution <> 0 AND sign(e.contribution) = -${leaning}::int`;
    return sql`
      SELECT e.* FROM ROWS FROM (json_to_recordset(${evidence}::json) AS (type text, node_key json, label text, value float8, unit text, observed_on date, known_on date,
        known_on_basis text, signal text, term text, weight float8, contribution float8)) WITH ORDINALITY AS e
      WHERE NOT ${against}::boolean OR (${contrary}) ORDER BY abs(e.contribution) DESC, e.ordinality`;
  }
}

/** The types that evidence is of. */
const TYPES = ['ClosingPrice', 'CompanyFact', 'Earnings', 'EarningsEstimate', 'Holding', 'Observation', 'Snapshot'];

@Resolver(() => SignalEvidence)
export class FactOfEvidence {
  @FieldResolver(() => Node, { nullable: true, description: 'The fact itself, as known at the knowledge date; null where it is no node.' })
  node(@Root() { type, nodeKey }: Row<SignalEvidence>): NodeRefs {
    return new NodeRefs(sql`SELECT ${type}::text AS type, ${nodeKey}::text AS key`, TYPES);
  }
}
