import type { BasketSeen } from '../Facts';
import { MissingReason } from '../../domain/MissingReason';
import type { Input } from './Input';

/** Who belongs to a listed basket. */
export const basketMembers = (key: string): Input<BasketSeen> => ({
  need: { kind: 'basket', key },
  name: key,
  maxAge: null,
  read({ facts }) {
    const found = facts.basket(key);
    return found === null || found.members.length === 0 ? { lack: { input: key, reason: MissingReason.NOT_KNOWN_YET, text: `no member of ${key} was known` } } : { value: found };
  },
});
