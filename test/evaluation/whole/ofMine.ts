import { addDays } from '../../../src/domain/isoDate';
import { SignalRole, defineSignal } from '../../../src/signals/defineSignal';
import { basketMembers } from '../../../src/signals/inputs/basketMembers';
import { closesOfMembers } from '../../../src/signals/inputs/closes';

/** The closes of a basket of one's own together, of some weeks before, on shares of today: no shipped signal reads a basket that anybody may add to. */
export const closesOfMine = defineSignal({
  ...{ key: 'closes-of-mine', version: 1, role: SignalRole.CONTEXT, title: 'The closes of a basket', text: 'What one share of each member of a basket cost 25 days before.', formula: 'the sum of closes', unit: 'USD' },
  inputs: { members: basketMembers('mine'), closes: closesOfMembers('mine', 30) },
  compute: ({ members: { members }, closes }, { asOf }) => ({
    value: members.reduce((sum, { listing }) => sum + (closes(listing)?.on(addDays(asOf, -25))?.value ?? 0), 0),
    ...{ score: null, evidence: [], clause: `It has ${members.map(({ symbol, listing }) => `${symbol} (${listing})`).join(', ')}`, details: null },
  }),
});
