import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Index } from '../../store/entities/Index';
import { membershipAt, membershipPair } from '../../store/reads/constituents';
import type { Row, Sql } from '../../store/sql';
import type { Planning } from '../context';
import { IndexMembership } from './IndexMembership';
import { MembershipChanges } from './MembershipChanges';
import { refuseUnordered } from './refuseUnordered';

@Resolver(() => Index)
export class IndexFields {
  @FieldResolver(() => IndexMembership, {
    nullable: true,
    description: 'Who is in it on the newest day known at the knowledge date, or on the day `on`; null where nothing is known.',
  })
  membership(
    @Root() { code, standIn }: Row<Index>,
    @Ctx() { at }: Planning,
    @Arg('on', () => IsoDateScalar, { nullable: true, description: 'The day that it is about.' }) on?: IsoDate | null,
  ): Sql {
    return membershipAt(code, standIn, at, on ?? null);
  }

  @FieldResolver(() => MembershipChanges, { description: 'Who came into it and who left it between two days.' })
  membershipChanges(
    @Root() { code, standIn }: Row<Index>,
    @Ctx() { at }: Planning,
    @Arg('from', () => IsoDateScalar, { description: 'The earlier day, of which members are known.' }) from: IsoDate,
    @Arg('to', () => IsoDateScalar, { description: 'The later day, of which members are known.' }) to: IsoDate,
  ): Sql {
    refuseUnordered(from, to, 'a day not before');
    return membershipPair(code, standIn, at, from, to);
  }
}
