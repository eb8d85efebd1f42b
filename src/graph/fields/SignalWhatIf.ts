import { Args, ArgsType, Ctx, Field, FieldResolver, Float, InputType, Resolver, Root } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { changesOf, type SupposedAnchors, type SupposedObservation, type SupposedWeight } from '../../signals/suppositions';
import { type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { HypotheticalSignal } from './HypotheticalSignal';
import { type PlannedSignal, Signal } from './Signal';
import { standsOn } from './standsOn';
import { toldOfRoles } from './toldOfRoles';

@InputType({ description: "A weight in place of a definition's own." })
class SupposedWeightInput implements SupposedWeight {
  @Field(() => String, { description: 'The key of the signal: the one at hand, or one that it is made of.' })
  readonly signal!: string;

  @Field(() => String, { description: "The part's name, as `definition.weights` has it." })
  readonly part!: string;

  @Field(() => Float, { description: 'Its weight against those of the other parts, 0 or more; not all of them 0.' })
  readonly weight!: number;
}

@InputType({ description: 'A value and the score that it is to have.' })
class SupposedPointInput {
  @Field(() => Float, { description: "The value, in the term's unit." })
  readonly value!: number;

  @Field(() => Float, { description: 'Its score, from -1 to 1.' })
  readonly score!: number;
}

@InputType({ description: "Anchors in place of all that a definition has for a term." })
class SupposedAnchorsInput implements SupposedAnchors {
  @Field(() => String, { description: 'The key of the signal: the one at hand, or one that it is made of.' })
  readonly signal!: string;

  @Field(() => String, { description: "The term's name, as `definition.anchors` has it." })
  readonly term!: string;

  @Field(() => [SupposedPointInput], { description: '1 to 20 points by rising value: the score is linear between them, and stays beyond the first and the last.' })
  readonly points!: SupposedPointInput[];
}

@InputType({ description: "A value in place of an indicator's published one, or of a period that has none yet." })
class SupposedObservationInput implements SupposedObservation {
  @Field(() => String, { description: "The indicator's code: `UNRATE`." })
  readonly code!: string;

  @Field(() => IsoDateScalar, { description: 'A day of the period that it is about; it takes the place of the value of the same day, week, month or quarter.' })
  readonly observedOn!: IsoDate;

  @Field(() => Float, { description: "The value, in the indicator's unit. It counts as known at the knowledge date." })
  readonly value!: number;
}

@ArgsType()
class WhatIfArguments {
  @Field(() => [SupposedWeightInput], { defaultValue: [], description: 'Weights in place of those of definitions; each part once, at most 50.' })
  readonly weights!: SupposedWeightInput[];

  @Field(() => [SupposedAnchorsInput], { defaultValue: [], description: 'Anchors in place of those of definitions; each term once, at most 50.' })
  readonly anchors!: SupposedAnchorsInput[];

  @Field(() => [SupposedObservationInput], { defaultValue: [], description: 'Values in place of published ones, or of those to come; each period of an indicator once, at most 50.' })
  readonly observations!: SupposedObservationInput[];
}

@Resolver(() => Signal)
export class WhatIfOfSignal {
  @FieldResolver(() => HypotheticalSignal, {
    description: 'What it would have read, had something been otherwise: other weights, other anchors, other values. By the same code and the same facts; never kept, and marked as hypothetical.',
  })
  whatIf(@Root() { key, keys, roles: names }: PlannedSignal, @Args(() => WhatIfArguments) { weights, anchors, observations }: WhatIfArguments, @Ctx() { at }: Planning): Sql {
    const suppositions = { weights, anchors, observations };
    changesOf(suppositions);
    const standing = standsOn(at);
    const rows = toldOfRoles(names, at, (loaders, roles) => loaders.hypotheticals.load({ keys, roles, suppositions, ...standing }));
    return sql`
      SELECT * FROM json_to_recordset(${rows}::json) AS h(key text, as_of date, suppositions json, value float8, score float8, actual_score float8, change float8, state text,
        sentence text, is_partial boolean, missing json, terms json, leaves json)
      WHERE h.key = ${key}`;
  }
}
