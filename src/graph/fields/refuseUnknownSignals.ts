import { InvalidInput } from '../../domain/errors';
import { signalByKey, signals } from '../../signals/signals';

/**
 * Refuses keys of no signal, and more of them than there are signals.
 * @throws {NotFound} naming the signals there are. @throws {InvalidInput}
 */
export function refuseUnknownSignals(keys: readonly string[]): void {
  keys.forEach(signalByKey);
  if (keys.length > signals.size) throw new InvalidInput(`'keys' holds ${keys.length} keys: expected at most ${signals.size}, each once.`);
}
