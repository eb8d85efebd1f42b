/**
 * Choices that look random and are the same for the same seed on every machine: whole numbers of 32 bits and sums alone, no
 * function of `Math` that engines may round otherwise. Each use has a stream of its own, named by labels, so that one more
 * draw in one place changes nothing elsewhere.
 *
 * @source sfc32 of Chris Doty-Humphrey's PractRand; labels are folded in by FNV-1a.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: number, ...labels: readonly (string | number)[]) {
    const text = [seed, ...labels].join(' ');
    this.a = folded(text, 0x811c9dc5);
    this.b = folded(text, 0x9e3779b9);
    this.c = folded(text, 0x243f6a88);
    for (let i = 0; i < 12; i += 1) this.bits();
  }

  /** From 0 up to, but not with, 1. */
  fraction(): number {
    return this.bits() / 4_294_967_296;
  }

  /** From `low` up to `high`. */
  between(low: number, high: number): number {
    return low + (high - low) * this.fraction();
  }

  /** A whole number from 0 up to, but not with, `end`. */
  below(end: number): number {
    return Math.floor(this.fraction() * end);
  }

  /** True in that share of cases. */
  chance(share: number): boolean {
    return this.fraction() < share;
  }

  /** One of several; there must be one. */
  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new RangeError('There is nothing to pick from.');
    return items[this.below(items.length)] as Item;
  }

  /** Mean 0 and variance 1, near to a normal distribution and never beyond 6: twelve uniform numbers, less their mean. */
  normal(): number {
    let sum = 0;
    for (let i = 0; i < 6; i += 1) {
      const bits = this.bits();
      sum += (bits & 0xffff) + (bits >>> 16);
    }
    return sum / 65_536 - 6;
  }

  /** The same with heavier tails, as daily returns have: one in twenty-five is three times as wide as the others. */
  shock(): number {
    return this.normal() * (this.chance(0.04) ? 2.6 : 0.87);
  }

  private bits(): number {
    const { a, b, c } = this;
    const sum = (((a + b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = b ^ (b >>> 9);
    this.b = (c + (c << 3)) | 0;
    this.c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}

function folded(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
