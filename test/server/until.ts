import { setTimeout as turn } from 'node:timers/promises';

const PATIENCE_MS = 20_000;
const TURN_MS = 10;

/** Asks again until the answer passes, and gives it. Fails with the last answer when patience ends. */
export async function until<T>(ask: () => Promise<T> | T, passes: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (passes(answer)) return answer;
    if (Date.now() > end) throw new Error(`Still not so after ${PATIENCE_MS} ms: ${JSON.stringify(answer)}`);
    await turn(TURN_MS);
  }
}
