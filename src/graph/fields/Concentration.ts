import { Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { Snapshot } from '../../store/entities/Snapshot';
import { snapshotById } from '../../store/reads/snapshots';
import type { Row, Sql } from '../../store/sql';

@ObjectType({
  simpleResolvers: true,
  description:
    'How concentrated a snapshot is: by security, over its lines of positive weight other than cash, collateral, money-market funds and derivatives.',
})
export class Concentration {
  @Field(() => Int, { description: 'How many securities `topWeight` sums, at most.' })
  top!: number;

  @Field(() => Float, { nullable: true, description: 'Weight of the heaviest `top` securities, as a fraction of all there is; null where nothing counts.' })
  topWeight!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The number of equal weights that would be as concentrated: 1 over the sum of squared shares in what counts (inverse Herfindahl-Hirschman index); null where nothing counts.',
  })
  effectiveNumber!: string | null;

  @Field(() => Float, { description: 'The weight of what counts, as a fraction of all there is; above 1 where money is owed.' })
  coverage!: string;

  snapshotId!: number;
}

@Resolver(() => Concentration)
export class ConcentrationFields {
  @FieldResolver(() => Snapshot, { description: 'The snapshot it is of.' })
  snapshot(@Root() { snapshotId }: Row<Concentration>): Sql {
    return snapshotById(snapshotId);
  }
}
