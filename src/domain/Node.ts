import { Field, ID, InterfaceType } from 'type-graphql';

/** Relay's Node: whatever has an id and can be asked for again by it. */
@InterfaceType({ description: 'Something with an id, which `node(id)` gives again.' })
export abstract class Node {
  @Field(() => ID, {
    simple: true,
    description:
      'Opaque. It holds the natural key, the knowledge date and the kind of knowledge, so that `node(id)` gives the same answer again and a cache never mixes two dates.',
  })
  readonly id!: string;
}
