import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import { Node } from '../../domain/Node';
import { Security } from '../../store/entities/Security';
import { securityById } from '../../store/reads/securities';
import type { Row, Sql } from '../../store/sql';
import type { Planning } from '../context';

export enum HoldingChangeKind {
  ADDED = 'ADDED',
  REMOVED = 'REMOVED',
  BOUGHT = 'BOUGHT',
  SOLD = 'SOLD',
  DRIFTED = 'DRIFTED',
  HELD = 'HELD',
}

registerEnumType(HoldingChangeKind, {
  name: 'HoldingChangeKind',
  description:
    "What became of a position. Units are held against the fund's own growth (the median over all positions), since a fund that takes in money buys of everything alike.",
  valuesConfig: {
    ADDED: { description: 'Only the later snapshot holds it.' },
    REMOVED: { description: 'Only the earlier snapshot holds it.' },
    BOUGHT: { description: 'Its units grew by over 1 % more than the fund itself.' },
    SOLD: { description: 'Its units grew by over 1 % less than the fund itself.' },
    DRIFTED: { description: 'Its units went with the fund: the weight moved with prices.' },
    HELD: { description: 'Both snapshots hold it, but one does not say in how many units: whether it was traded cannot be told.' },
  },
});

@ObjectType({ implements: Node, simpleResolvers: true, description: "What became of a fund's position in one security between two days." })
export class HoldingChange extends Node {
  @Field(() => HoldingChangeKind, { description: 'What became of it.' })
  kind!: HoldingChangeKind;

  @Field(() => Int, { description: 'Lines of the earlier document that hold it.' })
  linesBefore!: number;

  @Field(() => Int, { description: 'Lines of the later document that hold it.' })
  linesAfter!: number;

  @Field(() => Float, { nullable: true, description: 'Units (shares, or the nominal amount) in the earlier snapshot; null where not held or not given.' })
  sharesBefore!: string | null;

  @Field(() => Float, { nullable: true, description: 'Units (shares, or the nominal amount) in the later snapshot; null where not held or not given.' })
  sharesAfter!: string | null;

  @Field(() => Float, { nullable: true, description: 'Weight in the earlier snapshot, as a fraction; null where not held.' })
  weightBefore!: string | null;

  @Field(() => Float, { nullable: true, description: 'Weight in the later snapshot, as a fraction; null where not held.' })
  weightAfter!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'How its weight would have changed with prices alone: the weights of what both snapshots hold, moved by their prices and scaled back to their sum; a fraction of the fund. Null where a price is lacking or a split is suspected.',
  })
  drift!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The rest of the change in weight, which trading made; all of it for what was added or removed; a fraction of the fund. Null where `drift` cannot be told.',
  })
  traded!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'New units for one old one, where units and price jumped against each other as in a split (within 5 % of a usual ratio): two documents alone cannot tell a split from a purchase. Else null.',
  })
  suspectedSplit!: string | null;

  fromId!: number;
  toId!: number;
  securityId!: number;
  securityKey!: string;
}

@Resolver(() => HoldingChange)
export class HoldingChangeFields {
  @FieldResolver(() => Security, { description: 'What is held, as it was called and classified at the knowledge date.' })
  security(@Root() { securityId }: Row<HoldingChange>, @Ctx() { at }: Planning): Sql {
    return securityById(securityId, at);
  }
}
