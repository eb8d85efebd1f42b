import { Args, ArgsType, Ctx, Field, FieldResolver, Float, Int, ObjectType, Query, Resolver, Root, registerEnumType } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { CatalystGround, CatalystKind } from '../../evaluation/catalystCalendar';
import { signalByKey } from '../../signals/signals';
import { State } from '../../signals/State';
import { Company } from '../../store/entities/Company';
import { Indicator } from '../../store/entities/Indicator';
import { Release } from '../../store/entities/Release';
import { companyByCik } from '../../store/reads/companies';
import { indicatorByCode } from '../../store/reads/indicators';
import { releaseByCode } from '../../store/reads/releases';
import { type Row, type Sql, raw, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Sized } from '../planner/declare';
import { refuseUnordered } from './refuseUnordered';
import { RoleArguments, namesIn } from './RoleArguments';
import { Standing } from './Standing';
import { standsOn } from './standsOn';
import { toldOfRoles } from './toldOfRoles';

registerEnumType(CatalystKind, {
  name: 'CatalystKind',
  description: 'What is to come.',
  valuesConfig: {
    FOMC: { description: 'A decision of the Federal Open Market Committee, on the last day of its meeting.' },
    RELEASE: { description: 'A release of macroeconomic indicators.' },
    EARNINGS: { description: "A company's report of a quarter." },
  },
});

registerEnumType(CatalystGround, {
  name: 'CatalystGround',
  description: 'On what ground a day to come is said.',
  valuesConfig: {
    RELEASE_CALENDAR: { description: 'A calendar of releases, loaded.' },
    MEETING_SCHEDULE: { description: "The schedule that the Federal Reserve announced: the announcements of 2024 and 2025 are shipped." },
    EARNINGS_CALENDAR: { description: 'A calendar of expected reports, loaded.' },
    USUAL_LAG: { description: "The release's usual lag after the period, which knows of no delay." },
  },
});

@ArgsType()
class CatalystCalendarArguments {
  @Field(() => String, { defaultValue: 'soft-landing', description: 'The key of the signal that it is about: whose indicators, and whose score.' })
  readonly signal!: string;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The first day; the knowledge date where left out.' })
  readonly from?: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The last day; the last known where left out. What has no day is then told too.' })
  readonly to?: IsoDate | null;
}

@ObjectType({ simpleResolvers: true, description: 'What a signal would read if an indicator came out so, and all else were as it is: hypothetical.' })
class CatalystOutcome {
  @Field(() => Float, { description: "The value, in the indicator's unit." })
  value!: number;

  @Field(() => Float, { nullable: true, description: 'The score that the signal would have, from -1 to 1; null where too little was known.' })
  score!: number | null;

  @Field(() => State, { nullable: true, description: 'What that score would say; null of a signal that is shown and not scored.' })
  state!: State | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "What the next value of an indicator would do to a signal: as its own past lets expect it, and a standard deviation above and below that. It is computed as `whatIf` is, and kept nowhere.",
})
class CatalystSurprise {
  @Field(() => String, { description: "The indicator's code." })
  code!: string;

  @Field(() => String, { description: 'The unit of the values.' })
  unit!: string;

  @Field(() => IsoDateScalar, { description: 'The period that the next value is about.' })
  observedOn!: IsoDate;

  @Field(() => Int, { description: 'Of how many past changes the standard deviation is.' })
  sample!: number;

  @Field(() => String, { description: 'How expectation and deviation are told, in words: by the changes of the last three years, and by no forecast.' })
  formula!: string;

  outcomes!: unknown;
}

@ObjectType({ simpleResolvers: true, description: 'Something to come that may move a signal.' })
class CatalystEvent {
  @Field(() => CatalystKind, { description: 'What it is.' })
  kind!: CatalystKind;

  @Field(() => String, { description: 'The same in words.' })
  title!: string;

  @Field(() => IsoDateScalar, { nullable: true, description: 'Its day; null where it is not known, of which `text` has the reason.' })
  dueOn!: IsoDate | null;

  @Field(() => CatalystGround, { nullable: true, description: 'On what ground its day is said; null where it is not known.' })
  ground!: CatalystGround | null;

  @Field(() => String, { description: 'Where its day comes from, or why it is not known.' })
  text!: string;

  releaseCode!: unknown;
  cik!: unknown;
  surprises!: unknown;
}

@Resolver()
export class CatalystCalendar {
  @Query(() => [CatalystEvent], {
    nullable: true,
    description:
      'What is to come next that may move a signal, as known at the knowledge date: decisions of the Fed, releases of the indicators that it reads, reports of those who belong to the basket. In the order of their days; what has no day comes last.',
  })
  @Sized({ size: 20 })
  catalystCalendar(
    @Args(() => CatalystCalendarArguments) { signal, from = null, to = null }: CatalystCalendarArguments,
    @Args(() => RoleArguments) asked: RoleArguments,
    @Args(() => Standing) _: Standing,
    @Ctx() { at }: Planning,
  ): Sql {
    signalByKey(signal);
    refuseUnordered(from, to, 'a day not before');
    const standing = standsOn(at);
    const events = toldOfRoles(namesIn(asked), at, ({ calendars }, roles) => calendars.load({ signal, roles, ...standing }));
    return sql`
      SELECT e.* FROM ROWS FROM (json_to_recordset(${events}::json) AS (kind text, title text, due_on date, ground text, text text, release_code text, cik text, surprises json)) WITH ORDINALITY AS e
      WHERE CASE WHEN e.due_on IS NULL THEN ${to}::date IS NULL ELSE e.due_on BETWEEN coalesce(${from}::date, ${standing.asOf}::date) AND coalesce(${to}::date, 'infinity') END
      ORDER BY e.ordinality`;
  }
}

@Resolver(() => CatalystEvent)
export class CatalystEventFields {
  @FieldResolver(() => Release, { nullable: true, description: 'The release that it is; null of a report.' })
  release(@Root() { releaseCode }: Row<CatalystEvent>): Sql {
    return releaseByCode(releaseCode);
  }

  @FieldResolver(() => Company, { nullable: true, description: 'The company that reports; null of a release, and where its company is not known.' })
  company(@Root() { cik }: Row<CatalystEvent>, @Ctx() { at }: Planning): Sql {
    return companyByCik(cik, at);
  }

  @FieldResolver(() => [CatalystSurprise], { description: 'What the next value of each of its indicators would do to the score; none of a report, and where too little of the past is known.' })
  @Sized({ size: 2 })
  surprises(@Root() { surprises }: Row<CatalystEvent>): Sql {
    return sql`SELECT * FROM json_to_recordset(${surprises}::json) AS s(code text, unit text, observed_on date, sample int, formula text, outcomes json)`;
  }
}

@Resolver(() => CatalystSurprise)
export class CatalystSurpriseFields {
  @FieldResolver(() => Indicator, { description: 'The indicator.' })
  indicator(@Root() { code }: Row<CatalystSurprise>): Sql {
    return indicatorByCode(code);
  }

  @FieldResolver(() => CatalystOutcome, { description: 'With the value that its own past lets expect.' })
  expected(@Root() { outcomes }: Row<CatalystSurprise>): Sql {
    return outcomeIn(outcomes, 'expected');
  }

  @FieldResolver(() => CatalystOutcome, { description: 'With a value a standard deviation above that.' })
  high(@Root() { outcomes }: Row<CatalystSurprise>): Sql {
    return outcomeIn(outcomes, 'high');
  }

  @FieldResolver(() => CatalystOutcome, { description: 'With a value a standard deviation below it.' })
  low(@Root() { outcomes }: Row<CatalystSurprise>): Sql {
    return outcomeIn(outcomes, 'low');
  }
}

const outcomeIn = (outcomes: unknown, which: 'expected' | 'high' | 'low'): Sql =>
  sql`SELECT * FROM json_to_record(${outcomes}::json -> ${raw(`'${which}'`)}) AS o(value float8, score float8, state text)`;
