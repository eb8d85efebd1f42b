import { isoDate } from '../../src/domain/isoDate';
import { Knowledge } from '../../src/domain/knowledge';
import { readingsOnDays } from '../../src/evaluation/readingsOnDays';
import { defineSignal, SignalRole } from '../../src/signals/defineSignal';
import { marketValues, type WorthOn } from '../../src/signals/inputs/companies';
import { ifAsked } from '../../src/signals/inputs/ifAsked';
import type { Input } from '../../src/signals/inputs/Input';
import { Reader } from '../../src/store/Reader';
import { useDatabase } from '../support/database';
import { fillMarket } from '../support/market';
import { CIKS } from '../support/marketCompanies';

const database = useDatabase();
beforeAll(() => fillMarket(database().db));

const [QUIET, ASKING] = [isoDate('2024-07-01'), isoDate('2025-01-02')];

/** What all companies of a basket are worth, told on the later day alone. */
const worthLater = (worth: Input<WorthOn>) =>
  defineSignal({
    ...{ key: 'worth-later', version: 1, role: SignalRole.CONTEXT, title: 'What they are worth', text: '', formula: '', unit: 'USD' },
    inputs: { worth },
    compute({ worth: worthOn }, { asOf }) {
      const values = asOf === ASKING ? CIKS.map((cik) => worthOn(cik, asOf)).flatMap((value) => (typeof value === 'string' ? [] : [value.value])) : [];
      return { value: values.reduce((sum, value) => sum + value, 0), score: null, evidence: [], clause: 'They were worth it', details: values.length };
    },
  });

const worth = marketValues({ of: { basket: 'mine' }, sessionsBack: [0], months: 0 });

/** What is told of both days, or one of them, and how many statements that took. */
async function told(input: Input<WorthOn>, days: readonly (typeof QUIET)[]) {
  let statements = 0;
  const reader = new Reader(database().db);
  const readings = await readingsOnDays((statement) => ((statements += 1), reader.read(statement)), [worthLater(input)], days, Knowledge.ANY);
  return { readings: [...readings.values()].map(([reading]) => ({ value: reading?.value, companies: reading?.details })), statements };
}

describe('what is read only if it is asked', () => {
  it('is not read of a day on which nothing is asked of it', async () => {
    expect(await told(ifAsked(worth), [QUIET])).toEqual({ readings: [{ value: 0, companies: 0 }], statements: 0 });
    expect((await told(worth, [QUIET])).statements).toBe(1);
  });

  it('tells the same where it is asked as if it had been read at once', async () => {
    const atOnce = await told(worth, [QUIET, ASKING]);
    expect(await told(ifAsked(worth), [QUIET, ASKING])).toEqual(atOnce);
    expect(atOnce.readings[1]?.companies).toBeGreaterThan(0);
  });
});
