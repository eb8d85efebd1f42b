import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { InvalidInput } from '../../domain/errors';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Every } from '../../evaluation/sessionsOn';
import type { Track } from '../../evaluation/tracks';
import { baseRates, coefficientAt, studyAt } from '../../evaluation/record';
import { State } from '../../signals/State';
import { type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Sized } from '../planner/declare';
import type { Later } from '../planner/Later';
import { type PlannedSignal, Signal } from './Signal';
import { standsOn } from './standsOn';
import { toldOfRoles } from './toldOfRoles';

/** Most horizons at once, and the longest, in sessions: five years. */
const MOST_HORIZONS = 8;
const LONGEST = 1_260;

const HORIZONS = [21, 63, 126, 252];

@ArgsType()
class RecordArguments {
  @Field(() => IsoDateScalar, { nullable: true, description: 'The first day; where left out, the first one with closes of both.' })
  readonly from?: IsoDate | null;

  @Field(() => String, { nullable: true, description: 'The ticker that stands for small caps; that of the signal where left out. BAD_USER_INPUT if there is neither such a fund nor a close of it.' })
  readonly small?: string | null;

  @Field(() => String, { nullable: true, description: 'The ticker that they are held against; that of the signal where left out. BAD_USER_INPUT if there is none.' })
  readonly large?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'True to look also at days before `knowableFrom`, on which the members of a basket were hindsight.' })
  readonly hindsight!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How small caps did against large ones, in total return, after a signal came to speak for them. A window begins at the close of the session after the entry, and counts once it has closed by the knowledge date.',
})
class EventStudy {
  @Field(() => Int, { description: 'Sessions from the beginning of a window to its end.' })
  horizon!: number;

  @Field(() => Int, { description: 'How often it came to, out of AGAINST or NEUTRAL, with a window that has closed.' })
  events!: number;

  @Field(() => Float, { nullable: true, description: 'The mean of the relative returns after it, as a fraction: 0.01 is one percentage point more. Null for fewer than 8 events, as are all but the unconditional mean.' })
  mean!: number | null;

  @Field(() => Float, { nullable: true, description: 'Their median, as a fraction; null without any.' })
  median!: number | null;

  @Field(() => Float, { nullable: true, description: 'The share of events after which small caps led, from 0 to 1; null without any.' })
  hitRate!: number | null;

  @Field(() => Float, { nullable: true, description: 'The mean over all sessions looked at, whatever the signal said, as a fraction; null without a window.' })
  unconditionalMean!: number | null;

  @Field(() => Float, { nullable: true, description: 'How likely a mean so far from the unconditional one comes without any tie: the share of circular shifts of the states, by at least the horizon, with one as far. Null where there are too few.' })
  pValue!: number | null;

  @Field(() => Float, { nullable: true, description: "The standard error of the mean less that of all other sessions, by Newey and West over the horizon; where windows overlap it is too small. A fraction; null where there are too few." })
  standardError!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "How the rank of a signal's score goes with that of what small caps did against large ones afterwards, from the close of the next session on.",
})
class InformationCoefficient {
  @Field(() => Int, { description: 'Sessions from the beginning of a window to its end.' })
  horizon!: number;

  @Field(() => Int, { description: 'How many scores have a window that has closed.' })
  sample!: number;

  @Field(() => Float, { description: 'How many windows of them do not overlap.' })
  effectiveSample!: number;

  @Field(() => Float, { nullable: true, description: "Spearman's rank correlation, from -1 to 1; null where it cannot be told." })
  coefficient!: number | null;

  @Field(() => Float, { nullable: true, description: 'How likely one as strong comes without any tie, by circular shifts of the scores. Null where there are too few.' })
  pValue!: number | null;

  @Field(() => Float, { nullable: true, description: 'The same coefficient, from -1 to 1, in the first half of the sample; null where that holds too few.' })
  firstHalf!: number | null;

  @Field(() => Float, { nullable: true, description: 'The same, from -1 to 1, in the second half; null where that holds too few.' })
  secondHalf!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'How often a signal had a state.' })
class BaseRate {
  @Field(() => State, { description: 'The state, with the borders of a history.' })
  state!: State;

  @Field(() => Int, { description: 'Of how many sessions.' })
  sessions!: number;

  @Field(() => Float, { description: 'Of what share of all sessions, from 0 to 1.' })
  share!: number;

  @Field(() => Int, { description: 'How many of its sessions rest on something of which the day that it was known is assumed (LAG_ASSUMED): its value may be a revised one.' })
  lagAssumed!: number;
}

/** Whether a signal said what came: its record against what small caps did. */
@Resolver(() => Signal)
export class RecordOfSignal {
  @FieldResolver(() => [EventStudy], { description: 'What came after it came to speak for a rotation, by horizon.' })
  @Sized({ size: MOST_HORIZONS })
  eventStudy(@Root() { key, keys, roles }: PlannedSignal, @Ctx() { at }: Planning, @Args(() => RecordArguments) bench: RecordArguments, @Horizons() horizons: readonly number[], @Looked(Every.DAY) every: Every): Sql {
    refuseHorizons(horizons);
    return sql`
      SELECT r.* FROM json_to_recordset(${told({ keys, roles }, bench, at, (track) => horizons.map((horizon) => studyAt(track, horizon, every)))}::json) AS t(key text, rows json)
      CROSS JOIN LATERAL json_to_recordset(t.rows) AS r(horizon int, events int, mean float8, median float8, hit_rate float8, unconditional_mean float8, p_value float8, standard_error float8)
      WHERE t.key = ${key}`;
  }

  @FieldResolver(() => [InformationCoefficient], { description: 'Whether a higher score came before more, by horizon; at month ends, where nothing else is asked.' })
  @Sized({ size: MOST_HORIZONS })
  informationCoefficient(@Root() { key, keys, roles }: PlannedSignal, @Ctx() { at }: Planning, @Args(() => RecordArguments) bench: RecordArguments, @Horizons() horizons: readonly number[], @Looked(Every.MONTH) every: Every): Sql {
    refuseHorizons(horizons);
    return sql`
      SELECT r.* FROM json_to_recordset(${told({ keys, roles }, bench, at, (track) => horizons.map((horizon) => coefficientAt(track, horizon, every)))}::json) AS t(key text, rows json)
      CROSS JOIN LATERAL json_to_recordset(t.rows) AS r(horizon int, sample int, effective_sample float8, coefficient float8, p_value float8, first_half float8, second_half float8)
      WHERE t.key = ${key}`;
  }

  @FieldResolver(() => [BaseRate], { description: 'How often it had each state, on the sessions of which the closes of both are known.' })
  @Sized({ size: 4 })
  baseRates(@Root() { key, keys, roles }: PlannedSignal, @Ctx() { at }: Planning, @Args(() => RecordArguments) bench: RecordArguments): Sql {
    return sql`
      SELECT r.* FROM json_to_recordset(${told({ keys, roles }, bench, at, baseRates)}::json) AS t(key text, rows json)
      CROSS JOIN LATERAL json_to_recordset(t.rows) AS r(state text, sessions int, share float8, lag_assumed int) WHERE t.key = ${key}`;
  }
}

function Horizons(): ParameterDecorator {
  return Arg('horizons', () => [Int], { defaultValue: HORIZONS, description: `In sessions, from 1 to ${LONGEST}; at most ${MOST_HORIZONS}.` }) as ParameterDecorator;
}

function Looked(defaultValue: Every): ParameterDecorator {
  return Arg('every', () => Every, { defaultValue, description: 'On which sessions one looks at the signal. Horizons are in sessions all the same.' }) as ParameterDecorator;
}

function refuseHorizons(horizons: readonly number[]): void {
  if (horizons.length > MOST_HORIZONS) throw new InvalidInput(`'horizons' holds ${horizons.length}: expected at most ${MOST_HORIZONS}.`);
  const wrong = horizons.find((horizon) => horizon < 1 || horizon > LONGEST);
  if (wrong !== undefined) throw new InvalidInput(`'horizons' holds ${wrong}: expected 1 to ${LONGEST}.`);
}

/** What is told of each signal's track, as rows. */
function told({ keys, roles: names }: Pick<Signal, 'keys' | 'roles'>, { from, hindsight, ...pair }: RecordArguments, at: Planning['at'], tell: (track: Track) => readonly object[]): Later {
  const standing = standsOn(at);
  const measured = { small: pair.small ?? names.small, large: pair.large ?? names.large };
  return toldOfRoles(names, at, async (loaders, roles) => {
    await loaders.roles.load({ ...names, ...measured, asOf: standing.asOf });
    const found = await Promise.all(keys.map((key) => loaders.tracks.load({ key, roles, from: from ?? null, ...measured, withHindsight: hindsight, ...standing })));
    return keys.map((key, i) => ({ key, rows: found[i] === undefined ? [] : tell(found[i]).map(snakeCased) }));
  });
}

const snakeCased = (row: object): object =>
  Object.fromEntries(Object.entries(row).map(([name, value]: [string, unknown]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));
