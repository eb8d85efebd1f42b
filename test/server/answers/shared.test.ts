import { Shared } from '../../../src/server/answers/Shared';

describe('what is asked once for many', () => {
  /** A question whose answers come when they are let: the number of times that it was asked. */
  const aQuestion = () => {
    const letting: ((fails?: Error) => void)[] = [];
    const shared = new Shared(() => {
      const asked = letting.length + 1;
      return new Promise<number>((resolve, reject) => letting.push((fails) => (fails === undefined ? resolve(asked) : reject(fails))));
    });
    const answer = async (fails?: Error): Promise<void> => {
      letting.at(-1)?.(fails);
      await new Promise(setImmediate);
    };
    return { shared, answer, asked: () => letting.length };
  };

  it('is never answered by what was asked before one wanted to know', async () => {
    const { shared, answer, asked } = aQuestion();
    const first = shared.get();
    const others = Array.from({ length: 50 }, () => shared.get());
    expect(asked()).toBe(1);
    await answer();
    const late = shared.get();
    expect(asked()).toBe(2);
    await answer();
    await answer();
    expect(await first).toBe(1);
    expect(new Set(await Promise.all(others))).toEqual(new Set([2]));
    expect(await late).toBe(3);
    expect(asked()).toBe(3);
  });

  it('is asked again for those who waited where it failed', async () => {
    const { shared, answer } = aQuestion();
    const first = shared.get();
    const other = shared.get();
    const failed = expect(first).rejects.toThrow('away');
    await answer(new Error('away'));
    await failed;
    await answer();
    expect(await other).toBe(2);
  });
});
