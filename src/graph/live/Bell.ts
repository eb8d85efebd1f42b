/**
 * Rings when there may be news. It carries none: whoever hears it looks. So a ring too many costs a look, and several at once are one.
 */
export class Bell {
  private count = 0;
  private waiting: (() => void)[] = [];

  /** How often it has rung. */
  get rung(): number {
    return this.count;
  }

  ring(): void {
    this.count += 1;
    for (const hear of this.waiting.splice(0)) hear();
  }

  /** Resolves when it has rung more often than `heard`, or `signal` aborts. */
  next(heard: number, signal: AbortSignal): Promise<void> {
    if (this.count > heard || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const hear = (): void => {
        signal.removeEventListener('abort', hear);
        this.waiting = this.waiting.filter((other) => other !== hear);
        resolve();
      };
      signal.addEventListener('abort', hear);
      this.waiting.push(hear);
    });
  }
}
