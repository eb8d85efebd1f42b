import { Field, Float, ObjectType } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import { Sized } from '../planner/declare';

/** How many days a series counts for: a few years of sessions. */
const DAYS = 1_000;

@ObjectType({ simpleResolvers: true, description: 'Values by day as two lists of one length, the oldest day first.' })
export class Columnar {
  @Field(() => [IsoDateScalar], { description: 'The days.' })
  @Sized({ size: DAYS })
  dates!: IsoDate[];

  @Field(() => [Float], { description: 'The value of each day, in the unit that the field says.' })
  @Sized({ size: DAYS })
  values!: number[];
}
