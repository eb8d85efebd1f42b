import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Holding } from '../../store/entities/Holding';
import { Security } from '../../store/entities/Security';
import { Snapshot } from '../../store/entities/Snapshot';
import { securityById } from '../../store/reads/securities';
import { snapshotById } from '../../store/reads/snapshots';
import type { Row, Sql } from '../../store/sql';
import type { Planning } from '../context';

@Resolver(() => Holding)
export class HoldingFields {
  @FieldResolver(() => Security, { description: 'What is held, as it was called and classified at the knowledge date.' })
  security(@Root() { securityId }: Row<Holding>, @Ctx() { at }: Planning): Sql {
    return securityById(securityId, at);
  }

  @FieldResolver(() => Snapshot, { description: 'The snapshot it is a line of.' })
  snapshot(@Root() { snapshotId }: Row<Holding>): Sql {
    return snapshotById(snapshotId);
  }
}
