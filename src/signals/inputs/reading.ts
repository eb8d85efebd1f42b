import type { Definition } from '../defineSignal';
import type { Reading } from '../Reading';
import type { Input } from './Input';

/** What another signal reads on the same day. Lacking data it reads INSUFFICIENT_DATA, which is an answer too. */
export const reading = <Details>(definition: Definition<Details>): Input<Reading<Details>> => ({
  need: { kind: 'signal', definition },
  name: definition.key,
  maxAge: null,
  read: (sight) => ({ value: sight.reading(definition) }),
});
