import { ArgsType, Field } from 'type-graphql';
import { Adjustment } from '../../domain/closes';
import type { IsoDate } from '../../domain/isoDate';
import { IsoDateScalar } from '../../domain/IsoDateScalar';
import type { PriceWindow } from '../../store/reads/closes';
import { refuseUnordered } from './refuseUnordered';

@ArgsType()
export class Window {
  @Field(() => IsoDateScalar, { nullable: true, description: 'The first day; the first known where left out.' })
  readonly from?: IsoDate | null;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The last day; the last known where left out.' })
  readonly to?: IsoDate | null;
}

@ArgsType()
export class PriceArguments extends Window {
  @Field(() => Adjustment, { defaultValue: Adjustment.NONE, description: 'What to adjust the closes for.' })
  readonly adjust!: Adjustment;

  /** @throws {InvalidInput} for days in the wrong order. */
  static window({ from = null, to = null, adjust }: PriceArguments): PriceWindow {
    refuseUnordered(from, to, 'a day not before');
    return { from, to, adjust };
  }
}

@ArgsType()
export class ReturnArguments {
  @Field(() => IsoDateScalar, { description: 'The day at whose close it is bought.' })
  readonly from!: IsoDate;

  @Field(() => IsoDateScalar, { nullable: true, description: 'The day at whose close it is worth what it is; the knowledge date where left out.' })
  readonly to?: IsoDate | null;
}
