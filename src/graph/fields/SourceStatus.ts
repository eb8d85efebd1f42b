import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import { InstantScalar } from '../../domain/InstantScalar';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { LoadOutcome } from '../../store/entities/Load';
import type { Computing } from '../context';
import { Computed } from '../planner/declare';

/** What comes on every session is stale after a trading week without it: something upstream is wrong. */
const STALE_AFTER_SESSIONS = 5;

registerEnumType(LoadOutcome, {
  name: 'LoadOutcome',
  description: 'What became of a run of one file.',
  valuesConfig: {
    ADDED: { description: 'Facts were added.' },
    UNCHANGED: { description: 'All of it was there already.' },
    REFUSED: { description: 'It could not be read; nothing was changed.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'What one source has given by the knowledge date, and how its last run went.' })
export class SourceStatus {
  @Field(() => String, { description: 'The source: `ishares-holdings`.' })
  source!: string;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The newest day that a fact known at the knowledge date is about; null without any.' })
  newestObservedOn!: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The newest `knownOn` among the facts known at the knowledge date; null without any.' })
  newestKnownOn!: IsoDate | null;

  @Field(() => Int, {
    description: 'Facts known at the knowledge date, superseded versions among them: a snapshot, a list of members, what a fund was worth on a day, a figure, a filing, or an estimate.',
  })
  facts!: number;

  @Field(() => Boolean, { description: 'True if any of its facts are invented.' })
  isSimulated!: boolean;

  @Field(() => InstantScalar, { nullable: true, description: 'When it last ran; null if it had not run by the knowledge date.' })
  lastRunAt!: string | null;

  @Field(() => LoadOutcome, { nullable: true, description: 'What became of the last run; null if it had not run by the knowledge date.' })
  lastOutcome!: LoadOutcome | null;

  @Field(() => String, { nullable: true, description: 'Why the last run was refused; null if it was not.' })
  lastReason!: string | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description: 'The newest day of what should come on every session; of several daily indicators that of the one furthest behind. Null where nothing comes daily.',
  })
  sessionOn!: IsoDate | null;

  @Field(() => IsoDateScalar, {
    nullable: true,
    description:
      'The last day for the period after the newest one of a weekly, monthly or quarterly indicator: its end, the usual lag and a week more; of several that of the one furthest behind. Null where there is none.',
  })
  dueOn!: IsoDate | null;
}

@Resolver(() => SourceStatus)
export class SourceStatusFields {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'True if something that should have come has not: more than 5 NYSE sessions lie between `sessionOn` and the knowledge date, or `dueOn` is over. Null without facts, and where nobody has said how often they come.',
  })
  @Computed({ requires: ['sessionOn', 'dueOn'] })
  async isStale(@Root() { sessionOn, dueOn }: SourceStatus, @Ctx() { at, loaders }: Computing): Promise<boolean | null> {
    if (sessionOn === null && dueOn === null) return null;
    if (dueOn !== null && dueOn < at.asOf) return true;
    return sessionOn !== null && (await loaders.sessionsBetween.load({ from: sessionOn, to: at.asOf })) > STALE_AFTER_SESSIONS;
  }
}
