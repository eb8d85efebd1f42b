import { oneAhead } from '../../src/cli/oneAhead';

describe('items that are asked for one ahead', () => {
  it('come in order, each asked for before the one before it is done with, and none further', async () => {
    const told: string[] = [];
    for await (const item of oneAhead(numbered(told, 4))) told.push(`done ${item}`);
    expect(told).toEqual(['asked 0', 'asked 1', 'done 0', 'asked 2', 'done 1', 'asked 3', 'done 2', 'closed', 'done 3']);
  });

  it('fail at their own turn', async () => {
    const done: number[] = [];
    const all = async () => {
      for await (const item of oneAhead(failingAfter(2))) done.push(item);
    };
    await expect(all()).rejects.toThrow('no third');
    expect(done).toEqual([0, 1]);
  });

  it('are closed where somebody stops early', async () => {
    const told: string[] = [];
    for await (const item of oneAhead(numbered(told, 9))) if (item === 1) break;
    expect(told).toEqual(['asked 0', 'asked 1', 'asked 2', 'closed']);
  });
});

async function* numbered(told: string[], count: number): AsyncGenerator<number> {
  try {
    for (let item = 0; item < count; item += 1) {
      told.push(`asked ${item}`);
      yield await Promise.resolve(item);
    }
  } finally {
    told.push('closed');
  }
}

async function* failingAfter(count: number): AsyncGenerator<number> {
  for (let item = 0; item < count; item += 1) yield await Promise.resolve(item);
  throw new Error('no third');
}
