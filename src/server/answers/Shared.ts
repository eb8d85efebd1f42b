/**
 * Asks once for all that want to know at the same time. Whoever comes while it is being asked gets what is asked next, so that nobody is given an answer
 * from before he wanted it.
 */
export class Shared<T> {
  private running: Promise<T> | undefined;
  private next: Promise<T> | undefined;

  constructor(private readonly ask: () => Promise<T>) {}

  get(): Promise<T> {
    if (this.running === undefined) return this.start();
    this.next ??= this.running.then(ignore, ignore).then(() => {
      this.next = undefined;
      return this.start();
    });
    return this.next;
  }

  private start(): Promise<T> {
    const running = this.ask().finally(() => {
      if (this.running === running) this.running = undefined;
    });
    this.running = running;
    return running;
  }
}

/** Whoever asked first is told of a failure; those who wait ask again. */
const ignore = (): void => undefined;
