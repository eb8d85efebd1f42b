import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql';
import { type Definition, SignalRole } from '../../signals/defineSignal';
import { signalByKey } from '../../signals/signals';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Sized } from '../planner/declare';
import { type PlannedSignal, Signal } from './Signal';
import { toldOfRoles } from './toldOfRoles';

registerEnumType(SignalRole, {
  name: 'SignalRole',
  description: 'What part a signal has in the thesis of a rotation out of the mega-caps into small caps.',
  valuesConfig: {
    WHOLE: { description: 'All of it: both catalysts, and what confirms them.' },
    CATALYST: { description: 'One of the two that it hinges on.' },
    CONFIRMATION: { description: 'What confirms it.' },
    COMPONENT: { description: 'What others are made of.' },
    OUTCOME: { description: 'What a rotation is measured by; no score is made of it.' },
    CONTEXT: { description: 'What helps to read the others; no score is made of it.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A value and the score that it has. Between two anchors the score is linear, beyond the first and the last it stays.' })
class SignalAnchor {
  @Field(() => String, { description: 'The name of the term that it scores.' })
  term!: string;

  @Field(() => Float, { description: "The value, in the term's unit." })
  value!: number;

  @Field(() => Float, { description: 'Its score, from -1 to 1.' })
  score!: number;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: 'How much a part of a signal weighs.' })
class SignalWeight {
  @Field(() => String, { description: "The part's name." })
  part!: string;

  @Field(() => Float, { description: 'Its weight, without a unit: only its ratio to those of the other parts counts.' })
  weight!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What a signal is computed from.' })
class SignalInput {
  @Field(() => String, { description: 'The code of an indicator, the key of another signal or of a basket, a ticker, or what else it is.' })
  name!: string;

  @Field(() => Int, { nullable: true, description: 'How old it may be, in calendar days from the day that it is about; null where age does not matter.' })
  maxAge!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'What a signal is.' })
export class SignalDefinition {
  @Field(() => String, { description: 'Its key.' })
  key!: string;

  @Field(() => Int, { description: 'Goes up whenever the same facts may give another answer.' })
  version!: number;

  @Field(() => SignalRole, { description: 'Its part in the thesis.' })
  role!: SignalRole;

  @Field(() => String, { description: 'What it is, in a few words.' })
  title!: string;

  @Field(() => String, { description: 'What it measures, and why that matters.' })
  text!: string;

  @Field(() => String, { description: 'How its value is computed.' })
  formula!: string;

  @Field(() => String, { description: 'The unit of its value.' })
  unit!: string;

  anchors!: unknown;
  weights!: unknown;
  inputs!: unknown;
  sources!: unknown;
}

@Resolver(() => SignalDefinition)
export class SignalDefinitionFields {
  @FieldResolver(() => [SignalAnchor], { description: 'Which values have which scores, and why.' })
  @Sized({ size: 10 })
  anchors(@Root() { anchors }: Row<SignalDefinition>): Sql {
    return sql`SELECT * FROM json_to_recordset(${anchors}::json) AS a(term text, value float8, score float8, reason text)`;
  }

  @FieldResolver(() => [SignalWeight], { description: 'How much its parts weigh; none where it has one part.' })
  @Sized({ size: 6 })
  weights(@Root() { weights }: Row<SignalDefinition>): Sql {
    return sql`SELECT * FROM json_to_recordset(${weights}::json) AS w(part text, weight float8)`;
  }

  @FieldResolver(() => [SignalInput], { description: 'What it is computed from.' })
  @Sized({ size: 8 })
  inputs(@Root() { inputs }: Row<SignalDefinition>): Sql {
    return sql`SELECT * FROM json_to_recordset(${inputs}::json) AS i(name text, max_age int)`;
  }

  @FieldResolver(() => [String], { description: 'The papers and publishers that it goes back to.' })
  @Sized({ size: 2 })
  references(@Root() { sources }: Row<SignalDefinition>): Sql {
    return sql`SELECT coalesce(array_agg(s.text), '{}') FROM json_array_elements_text(${sources}::json) AS s(text)`;
  }
}

@Resolver(() => Signal)
export class DefinitionOfSignal {
  @FieldResolver(() => SignalDefinition, { description: 'What it is, of the basket and the funds that it is told of.' })
  definition(@Root() { key, keys, roles: names }: PlannedSignal, @Ctx() { at }: Planning): Sql {
    const definitions = toldOfRoles(names, at, (_, roles) => keys.map((one) => rowOf(signalByKey(one).of(roles))));
    return sql`
      SELECT * FROM json_to_recordset(${definitions}::json) AS d(key text, version int, role text, title text, text text, formula text,
        unit text, anchors json, weights json, inputs json, sources json)
      WHERE d.key = ${key}`;
  }
}

const rowOf = ({ key, version, role, title, text, formula, unit, references, anchors, weights, inputs }: Definition) => ({
  ...{ key, version, role, title, text, formula, unit, sources: references },
  anchors: Object.entries(anchors).flatMap(([term, points]) => points.map(([value, score, reason]) => ({ term, value, score, reason }))),
  weights: Object.entries(weights).map(([part, weight]) => ({ part, weight })),
  inputs: Object.values(inputs).map(({ name, maxAge }) => ({ name, max_age: maxAge })),
});
