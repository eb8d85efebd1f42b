import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import { InstantScalar } from '../../domain/InstantScalar';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { LoadOutcome } from '../../store/entities/Load';
import type { Computing } from '../context';
import { Computed } from '../planner/declare';

/** A fund's holdings come out daily; after a trading week without one, something upstream is wrong. */
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
}

@Resolver(() => SourceStatus)
export class SourceStatusFields {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'True if more than 5 NYSE sessions lie between `newestObservedOn` and the knowledge date; null without facts.',
  })
  @Computed({ requires: ['newestObservedOn'] })
  async isStale(@Root() { newestObservedOn }: SourceStatus, @Ctx() { at, loaders }: Computing): Promise<boolean | null> {
    if (newestObservedOn === null) return null;
    return (await loaders.sessionsBetween.load({ from: newestObservedOn, to: at.asOf })) > STALE_AFTER_SESSIONS;
  }
}
