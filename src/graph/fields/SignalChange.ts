import { Arg, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { InstantScalar } from '../../domain/InstantScalar';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { KnownOnBasis } from '../../domain/knowledge';
import { State } from '../../signals/State';
import { signalByKey } from '../../signals/signals';
import { signalChangeById } from '../../store/reads/signalChanges';
import { type Row, type Sql, sql } from '../../store/sql';
import type { LiveContext } from '../live/LiveContext';
import type { SignalEvent } from '../live/SignalLog';
import { stoppable } from '../live/stoppable';

@ObjectType({ simpleResolvers: true, description: 'What a signal was last told to read before it changed.' })
class SignalBefore {
  @Field(() => IsoDateScalar, { description: 'The session at whose end it was told; that of the change itself where facts about it came later.' })
  asOf!: IsoDate;

  @Field(() => Float, { nullable: true, description: "Its value in the definition's unit; null where too little was known." })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its score, from -1 to 1; null where too little was known, and for what is not scored.' })
  score!: number | null;

  @Field(() => State, { nullable: true, description: 'What the score said; null for what is not scored.' })
  state!: State | null;
}

@ObjectType({ simpleResolvers: true, description: 'That a signal came to read otherwise than before: its value, score or state.' })
class SignalChange {
  @Field(() => String, { description: "The signal's key: `soft-landing`." })
  key!: string;

  @Field(() => Int, { description: 'The version of its definition.' })
  version!: number;

  @Field(() => IsoDateScalar, { description: 'The session at whose end it is told, the newest so far.' })
  asOf!: IsoDate;

  @Field(() => Float, { nullable: true, description: "Its value in the definition's unit; null where too little was known." })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its score, from -1 to 1; null where too little was known, and for what is not scored.' })
  score!: number | null;

  @Field(() => State, { nullable: true, description: 'What the score says; null for what is not scored.' })
  state!: State | null;

  @Field(() => KnownOnBasis, { nullable: true, description: 'The weakest ground on which any of its evidence was known; null without evidence.' })
  knownOnBasis!: KnownOnBasis | null;

  @Field(() => InstantScalar, { description: 'When it was computed.' })
  computedAt!: string;

  beforeAsOf!: IsoDate;
  beforeValue!: number | null;
  beforeScore!: number | null;
  beforeState!: State | null;
}

interface Asked {
  readonly args: { readonly keys?: readonly string[] | null; readonly after?: string | null };
  readonly context: LiveContext;
}

@Resolver(() => SignalChange)
export class SignalChangeFields {
  @Subscription(() => SignalChange, {
    subscribe: async ({ args: { keys, after }, context: { signals, resumeAfter } }: Asked) => {
      keys?.forEach(signalByKey);
      const place = await signals.placeOf(resumeAfter ?? after ?? null);
      return stoppable(async function* (signal) {
        for await (const change of signals.after(place, signal)) if (keys?.includes(change.key) ?? true) yield change;
      });
    },
    description: 'Each signal that comes to read otherwise than before, once the histories of signals are brought up to date after a load. What came after a data version or a cursor is told first.',
  })
  signalChanged(
    @Root() { id }: SignalEvent,
    @Arg('keys', () => [String], { nullable: true, description: 'Only signals of these keys; all where left out.' }) _keys?: string[] | null,
    @Arg('after', () => String, { nullable: true, description: 'The cursor of the last event that was had, or the data version of an answer (`extensions.data.version`); from now on where left out.' })
    _after?: string | null,
  ): Sql {
    return signalChangeById(id);
  }

  @FieldResolver(() => SignalBefore, { description: 'What it was last told to read before.' })
  before(@Root() { beforeAsOf, beforeValue, beforeScore, beforeState }: Row<SignalChange>): Sql {
    return sql`SELECT ${beforeAsOf}::date AS as_of, ${beforeValue}::float8 AS value, ${beforeScore}::float8 AS score, ${beforeState}::text AS state`;
  }
}
