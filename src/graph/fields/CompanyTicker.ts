import { Field, ObjectType } from 'type-graphql';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';

@ObjectType({ simpleResolvers: true, description: 'A ticker of a company, by the lists that give it to its CIK.' })
export class CompanyTicker {
  @Field(() => String, { description: 'The ticker, as the list writes it: `BRK-B`.' })
  symbol!: string;

  @Field(() => String, { nullable: true, description: 'The exchange, as the newest list has it that says; null where none does.' })
  exchange!: string | null;

  @Field(() => IsoDateScalar, { description: 'The day of the first list known at the knowledge date that gives it.' })
  firstOn!: IsoDate;

  @Field(() => IsoDateScalar, { description: 'The day of the last one: earlier than that of the others if the ticker is no longer its.' })
  lastOn!: IsoDate;
}
