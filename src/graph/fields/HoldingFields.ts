import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { SecurityMatch } from '../../domain/matchSecurities';
import { Holding } from '../../store/entities/Holding';
import { Security } from '../../store/entities/Security';
import { Snapshot } from '../../store/entities/Snapshot';
import { securityById } from '../../store/reads/securities';
import { snapshotById } from '../../store/reads/snapshots';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';

@Resolver(() => Holding)
export class HoldingFields {
  @FieldResolver(() => Security, { description: 'What is held, as it was called and classified at the knowledge date.' })
  security(@Root() { securityId }: Row<Holding>, @Ctx() { at }: Planning): Sql {
    return securityById(securityId, at);
  }

  @FieldResolver(() => SecurityMatch, { description: 'By what the line was found to be that security.' })
  matchedBy(@Root() { descriptionId }: Row<Holding>): Sql {
    return sql`SELECT matched_by FROM security_description WHERE id = ${descriptionId}`;
  }

  @FieldResolver(() => Snapshot, { description: 'The snapshot it is a line of.' })
  snapshot(@Root() { snapshotId }: Row<Holding>): Sql {
    return snapshotById(snapshotId);
  }
}
