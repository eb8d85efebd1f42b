import { Ctx, Field, FieldResolver, Float, ObjectType, Resolver, Root } from 'type-graphql';
import { Print } from '../../domain/indicators/Print';
import { ObservationFlag } from '../../domain/indicators/transforms/Told';
import { Transform } from '../../domain/indicators/transforms/Transform';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { KnownOnBasis } from '../../domain/knowledge';
import { Node } from '../../domain/Node';
import { Indicator } from '../../store/entities/Indicator';
import { SourceDocument } from '../../store/entities/SourceDocument';
import { Vintage } from '../../store/entities/Vintage';
import { documentById } from '../../store/reads/documents';
import { indicatorByCode } from '../../store/reads/indicators';
import { vintageById } from '../../store/reads/vintages';
import { type Row, type Sql, sql } from '../../store/sql';
import type { Planning } from '../context';
import { Sized } from '../planner/declare';
import { Missing, missingOf } from './Missing';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'What is told of one period of an indicator. `knownOn`, its basis, `provenOn` and `source` are those of the published value of the period.',
})
export class Observation extends Node {
  @Field(() => IsoDateScalar, { description: 'The period, by its date at FRED: the first day of a month or quarter, the last of a week.' })
  observedOn!: IsoDate;

  @Field(() => Transform, { description: 'What is told.' })
  transform!: Transform;

  @Field(() => Print, { description: 'Which version of the period it is told from.' })
  print!: Print;

  @Field(() => Float, { nullable: true, description: 'In `unit`; null where the period has none, and `missing` says why.' })
  value!: string | null;

  @Field(() => String, { nullable: true, description: 'Of `value`, by the transform: `Percent`, `Percentage Points`, `Fraction` (0.03 is 3 %); null where only a file names the indicator.' })
  unit!: string | null;

  @Field(() => IsoDateScalar, { description: 'The first day on which the published value could be read; of a period that was passed over, that of the next one.' })
  knownOn!: IsoDate;

  @Field(() => KnownOnBasis, { description: 'On what ground `knownOn` is said.' })
  knownOnBasis!: KnownOnBasis;

  @Field(() => IsoDateScalar, { description: 'The first day for which it can be proven that the published value was readable.' })
  provenOn!: IsoDate;

  seriesCode!: string;
  flag!: ObservationFlag | null;
  reason!: string | null;
  documentId!: number;
  vintageId!: number;
}

@Resolver(() => Observation)
export class ObservationFields {
  @FieldResolver(() => Indicator, { description: 'What it is of.' })
  indicator(@Root() { seriesCode }: Row<Observation>): Sql {
    return indicatorByCode(seriesCode);
  }

  @FieldResolver(() => [ObservationFlag], { description: 'What is unusual about the value; empty where nothing is.' })
  @Sized({ size: 1 })
  flags(@Root() { flag }: Row<Observation>): Sql {
    return sql`array_remove(ARRAY[${flag}::text], NULL)`;
  }

  @FieldResolver(() => SourceDocument, { description: 'The document that the published value was first read from so.' })
  source(@Root() { documentId }: Row<Observation>): Sql {
    return documentById(documentId);
  }

  @FieldResolver(() => Vintage, {
    nullable: true,
    description: 'The vintage that it is told from, of `FIRST` the one that first had the period; null where that was not known yet, and is read by assumed days (`LAG_ASSUMED`).',
  })
  vintage(@Root() { seriesCode, vintageId }: Row<Observation>, @Ctx() { at }: Planning): Sql {
    return vintageById(seriesCode, vintageId, at);
  }

  @FieldResolver(() => [Missing], { description: 'Which of its fields are null, and why.' })
  @Sized({ size: 1 })
  missing(@Root() { value, reason }: Row<Observation>): Sql {
    return missingOf({ value: { isThere: sql`${value}::numeric IS NOT NULL`, otherwise: sql`${reason}::text` } });
  }
}
