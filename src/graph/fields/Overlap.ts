import { Args, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import { Fund } from '../../store/entities/Fund';
import { Snapshot } from '../../store/entities/Snapshot';
import { etfBySymbol } from '../../store/reads/etfs';
import { identifiedWeight, overlapWeight, sharedHoldings } from '../../store/reads/overlaps';
import { snapshotById } from '../../store/reads/snapshots';
import { type Row, type Sql, sql } from '../../store/sql';
import { Connection } from '../planner/answers';
import { Paged, Sized } from '../planner/declare';
import { Page } from '../planner/Page';
import { SharedHoldingConnection } from './connectionTypes';
import { Missing, missingOf } from './Missing';
import { areKnown } from './areKnown';

@ObjectType({ simpleResolvers: true, description: "What a fund's newest snapshot known at the knowledge date has in common with another fund's." })
export class Overlap {
  otherSymbol!: string;
  snapshotId!: number | null;
  otherId!: number | null;
}

@Resolver(() => Overlap)
export class OverlapFields {
  @FieldResolver(() => Fund, { description: 'The other fund.' })
  other(@Root() { otherSymbol }: Row<Overlap>): Sql {
    return etfBySymbol(otherSymbol);
  }

  @FieldResolver(() => Snapshot, { nullable: true, description: "This fund's snapshot; null where none is known." })
  snapshot(@Root() { snapshotId }: Row<Overlap>): Sql {
    return snapshotById(snapshotId);
  }

  @FieldResolver(() => Snapshot, { nullable: true, description: "The other fund's snapshot, of whatever day is its newest; null where none is known." })
  otherSnapshot(@Root() { otherId }: Row<Overlap>): Sql {
    return snapshotById(otherId);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Weight in common, from 0 to 1: the smaller of the two weights, summed over all securities that both hold. 1 less this is the active share of the one against the other. Null unless both snapshots are known.',
  })
  weight(@Root() { snapshotId, otherId }: Row<Overlap>): Sql {
    return overlapWeight(snapshotId, otherId);
  }

  @FieldResolver(() => SharedHoldingConnection, {
    nullable: true,
    description: 'The securities that both hold, those with most in common first. Null unless both snapshots are known.',
  })
  @Paged({ cap: 3_000 })
  shared(@Root() { snapshotId, otherId }: Row<Overlap>, @Args(() => Page) page: Page): Connection {
    const most = { name: 'common_weight', pgType: 'numeric', descending: true } as const;
    return new Connection(sharedHoldings(snapshotId, otherId), [most, 'security_key'], page, [], areKnown(snapshotId, otherId));
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: "The share of this fund's weight in lines with a ticker, a CUSIP or an ISIN: what is told by its name alone is found in the other only where both word it alike. Null without a snapshot.",
  })
  coverage(@Root() { snapshotId }: Row<Overlap>): Sql {
    return identifiedWeight(snapshotId);
  }

  @FieldResolver(() => Float, { nullable: true, description: "The same share of the other fund's weight. Null without a snapshot." })
  otherCoverage(@Root() { otherId }: Row<Overlap>): Sql {
    return identifiedWeight(otherId);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null, and why.' })
  @Sized({ size: 6 })
  missing(@Root() { snapshotId, otherId }: Row<Overlap>): Sql {
    const [here, there] = [sql`${snapshotId}::int IS NOT NULL`, sql`${otherId}::int IS NOT NULL`];
    const both = areKnown(snapshotId, otherId);
    return missingOf({ snapshot: here, otherSnapshot: there, weight: both, shared: both, coverage: here, otherCoverage: there });
  }
}
