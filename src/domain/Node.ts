import { Field, ID, InterfaceType } from 'type-graphql';
import type { IsoDate } from './isoDate';
import { IsoDateScalar } from './IsoDateScalar';
import { Knowledge } from './knowledge';

/** Relay's Node: whatever has an id and can be asked for again by it. */
@InterfaceType({ description: 'Something with an id, which `node(id)` gives again.' })
export abstract class Node {
  @Field(() => ID, {
    simple: true,
    description:
      'Opaque. It holds the natural key, the knowledge date and the kind of knowledge, so that `node(id)` gives the same answer again and a cache never mixes two dates.',
  })
  readonly id!: string;

  @Field(() => IsoDateScalar, { simple: true, description: 'The knowledge date that all of it is told for, as its `id` holds it.' })
  readonly asOf!: IsoDate;

  @Field(() => Knowledge, { simple: true, description: 'Whether assumed days of knowledge counted, as its `id` holds it.' })
  readonly knowledge!: Knowledge;
}
