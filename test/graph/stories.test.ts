import { readStories } from '../../src/server/playground/stories';
import { loadSample } from '../../src/store/load/loadSample';
import { dataOf } from '../support/ask';
import { useDatabase } from '../support/database';

const database = useDatabase();

describe.each(readStories())('the story $key of the playground', ({ query, variables }) => {
  beforeAll(async () => {
    await loadSample(database().db, new Date('2026-11-20T12:00:00Z'));
  });

  it('is one named operation, explained before it begins', () => {
    expect(query.match(/^query \w+/gm)).toHaveLength(1);
    expect(query).toMatch(/^# /);
    expect(query.split('\n').filter((line) => line.length > 66)).toEqual([]);
  });

  it('is answered from the sample, with nothing missing and no list empty', async () => {
    const text = JSON.stringify(await dataOf(database().db, query, variables));

    expect(text.match(/"(?:etf|before|after|snapshot|holdingChanges|overlap|weight)":null/g)).toBeNull();
    expect(text.match(/"(?:nodes|summary)":\[\]|"missing":\[[^\]]/g)).toBeNull();
  });
});
