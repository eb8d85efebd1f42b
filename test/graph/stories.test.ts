import { readStories } from '../../src/server/playground/stories';
import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';
import { loadMarket } from '../support/simulatedMarket';

const database = useDatabase();

beforeAll(() => loadMarket(database().db));

describe.each(readStories())('the story $key of the playground', ({ query, variables }) => {
  it('is one named operation, explained before it begins', () => {
    expect(query.match(/^query \w+/gm)).toHaveLength(1);
    expect(query).toMatch(/^# /);
    expect(query.split('\n').filter((line) => line.length > 66)).toEqual([]);
  });

  it('is answered from a simulated market, with nothing missing and no list empty', async () => {
    const text = JSON.stringify(await dataOf(database().db, query, variables));

    expect(text.match(/"(?:etf|before|after|snapshot|holdingChanges|overlap|weight)":null/g)).toBeNull();
    expect(text.match(/"(?:nodes|summary)":\[\]|"missing":\[[^\]]/g)).toBeNull();
  });
});
