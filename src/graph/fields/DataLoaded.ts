import { Arg, Field, Int, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { FactKind } from '../../domain/FactKind';
import { InstantScalar } from '../../domain/InstantScalar';
import { loadById } from '../../store/reads/loads';
import type { Sql } from '../../store/sql';
import type { LiveContext } from '../live/LiveContext';
import type { LoadEvent } from '../live/LoadLog';
import { stoppable } from '../live/stoppable';
import { Sized } from '../planner/declare';

@ObjectType({ simpleResolvers: true, description: 'A load of one file that added facts.' })
class DataLoaded {
  @Field(() => String, { description: 'The data version that it brought; also the cursor to go on `after`.' })
  version!: string;

  @Field(() => String, { description: 'The source that read the file: `ishares-holdings`.' })
  source!: string;

  @Field(() => [FactKind], { description: 'Of what kinds the added facts are.' })
  @Sized({ size: 3 })
  kinds!: FactKind[];

  @Field(() => Int, { description: 'How many rows it added.' })
  rowsAdded!: number;

  @Field(() => InstantScalar, { description: 'When it ran.' })
  ranAt!: string;
}

interface Asked {
  readonly args: { readonly kinds?: readonly FactKind[] | null; readonly after?: string | null };
  readonly context: LiveContext;
}

@Resolver()
export class DataLoadedFields {
  @Subscription(() => DataLoaded, {
    subscribe: async ({ args: { kinds, after }, context: { loads, resumeAfter } }: Asked) => {
      const version = await loads.placeOf(resumeAfter ?? after ?? null);
      return stoppable(async function* (signal) {
        for await (const load of loads.after(version, signal)) {
          if (kinds == null || load.kinds.some((kind) => kinds.includes(kind))) yield load;
        }
      });
    },
    description: 'Each load that adds facts, when they can be asked for. What came after a data version is told first, so that nothing is lost between an answer and this, or while a client is away.',
  })
  dataLoaded(
    @Root() { id }: LoadEvent,
    @Arg('kinds', () => [FactKind], { nullable: true, description: 'Only loads of facts of these kinds; all where left out.' }) _kinds?: FactKind[] | null,
    @Arg('after', () => String, { nullable: true, description: 'The cursor of the last event that was had, or the data version of an answer (`extensions.data.version`); from now on where left out.' })
    _after?: string | null,
  ): Sql {
    return loadById(id);
  }
}
