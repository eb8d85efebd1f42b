import { Ctx, Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import { Node } from '../../domain/Node';
import { Security } from '../../store/entities/Security';
import { securityById } from '../../store/reads/securities';
import type { Row, Sql } from '../../store/sql';
import type { Planning } from '../context';

@ObjectType({ implements: Node, simpleResolvers: true, description: 'A security that two snapshots both hold, with positive weight.' })
export class SharedHolding extends Node {
  @Field(() => Float, { description: 'Its weight in this fund, as a fraction.' })
  weight!: string;

  @Field(() => Float, { description: 'Its weight in the other fund, as a fraction.' })
  otherWeight!: string;

  @Field(() => Float, { description: 'The smaller of the two: what both have of it, as a fraction.' })
  commonWeight!: string;

  snapshotId!: number;
  otherId!: number;
  securityId!: number;
  securityKey!: string;
}

@Resolver(() => SharedHolding)
export class SharedHoldingFields {
  @FieldResolver(() => Security, { description: 'What both hold, as it was called and classified at the knowledge date.' })
  security(@Root() { securityId }: Row<SharedHolding>, @Ctx() { at }: Planning): Sql {
    return securityById(securityId, at);
  }
}
