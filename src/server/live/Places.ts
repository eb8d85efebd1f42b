import { TooManyAtOnce } from '../../domain/errors';

/** Most subscriptions of one connection. */
const MOST_ON_A_CONNECTION = 20;

/** How many subscriptions there are, and whether there is room for one more. */
export class Places {
  private taken = 0;

  constructor(private readonly most: number) {}

  /**
   * @param onConnection How many the same connection has already.
   * @returns What gives the place back; safe to call twice.
   * @throws {TooManyAtOnce}
   */
  take(onConnection = 0): () => void {
    if (onConnection >= MOST_ON_A_CONNECTION) throw new TooManyAtOnce(`This connection has ${MOST_ON_A_CONNECTION} subscriptions, which is as many as one may.`);
    if (this.taken >= this.most) throw new TooManyAtOnce(`${this.most} subscriptions are under way here, which is as many as may be.`);
    this.taken += 1;
    let isGivenBack = false;
    return () => {
      if (!isGivenBack) this.taken -= 1;
      isGivenBack = true;
    };
  }
}
