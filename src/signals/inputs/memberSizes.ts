import { CARRIED_DAYS, SNAPSHOT_STANDS } from '../measures/largeCapSnapshot';
import { closesOfMembers } from './closes';
import { marketValues } from './companies';
import { ifKnown } from './ifKnown';
import { snapshot } from './snapshot';

const NOW = { sessionsBack: 0, maxAge: SNAPSHOT_STANDS };

/** What a basket's members are weighted by on the day, as inputs that a signal spreads among its own. */
export const memberSizes = (key: string) => ({
  worth: marketValues({ of: { basket: key }, sessionsBack: [0], months: 0 }),
  prices: closesOfMembers(key, CARRIED_DAYS),
  ivv: ifKnown(snapshot('IVV', NOW)),
  spy: ifKnown(snapshot('SPY', NOW)),
});
