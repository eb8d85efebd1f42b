import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { aSnapshot } from '../support/rows';

const database = useDatabase();

describe('what a line was matched by', () => {
  it('is said of each, and lines can be asked for by it', async () => {
    const { db } = database();
    await aSnapshot(db, {
      ...{ fund: 'MAGS', observedOn: '2024-06-28' },
      lines: [
        { security: 'EQUITY:A', symbol: 'A', weight: '0.6' },
        { security: 'EQUITY:-:B WARRANT', weight: '0.4' },
      ],
    });
    const holdings = (filter: string) => `holdings(filter: { matchedBy: ${filter} }) { nodes { line matchedBy } }`;
    const query = `{ etf(symbol: "MAGS") { all: holdings { nodes { line matchedBy } } named: ${holdings('[NAME, CUSIP]')} none: ${holdings('[NONE]')} } }`;
    const [ticker, name] = [{ line: 1, matchedBy: 'TICKER' }, { line: 2, matchedBy: 'NAME' }];
    expect(await dataOf(db, query)).toEqual({ etf: { all: { nodes: [ticker, name] }, named: { nodes: [name] }, none: { nodes: [] } } });
  });
});
