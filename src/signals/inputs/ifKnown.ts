import type { Input } from './Input';

/** The same, where it is not missed: a null where it is not known or too old. */
export const ifKnown = <Value>(input: Input<Value>): Input<Value | null> => ({
  ...input,
  read(sight) {
    const found = input.read(sight);
    return 'value' in found ? found : { value: null };
  },
});
