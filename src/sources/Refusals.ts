import { type Refusal, SourceFormat, ofTheFile } from '../domain/errors';

const LISTED = 100;

/** All that was wrong with one file, so that its owner can mend everything at once. */
export class Refusals {
  private readonly all: Refusal[] = [];

  constructor(private readonly source: string) {}

  add(refusal: Refusal): void {
    this.all.push(refusal);
  }

  /**
   * Lists a hundred refusals at most; the last then says how many more there are.
   *
   * @throws {SourceFormat} if anything was refused.
   */
  throwIfAny(): void {
    const [first, ...others] = this.all;
    if (first === undefined) return;
    const more = this.all.length - LISTED + 1;
    const listed = more > 1 ? [...others.slice(0, LISTED - 2), manyMore(more)] : others;
    throw new SourceFormat(this.source, [first, ...listed]);
  }
}

const manyMore = (count: number): Refusal => ofTheFile(`and ${count} more refusals`);
