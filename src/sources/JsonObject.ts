import { type Decimal, parseDecimal } from '../domain/decimal';
import type { Refusals } from './Refusals';

/** An object of a JSON file. What cannot be read is refused with its path, and reads as null meanwhile. */
export class JsonObject {
  /** Keys that were refused, each once however often it is read. */
  private readonly refused = new Set<string>();

  constructor(
    /** Where it stands: `$.fund.entity[3]`. */
    readonly path: string,
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly refusals: Refusals,
  ) {}

  /** The text or number there; null where it is absent, null, blank, or what stands for nothing: `-` and the like. */
  text(key: string): string | null {
    const value = this.values[key] ?? null;
    if (value === null) return null;
    if (typeof value !== 'string') {
      this.refuse(key, `expected a text or a number, found ${wordFor(value)}`);
      return null;
    }
    return NOTHING.test(value.trim()) ? null : value.trim();
  }

  /** What `parse` makes of the text. `expected` completes "expected ...". */
  read<T>(key: string, expected: string, parse: (text: string) => T | undefined): T | null {
    const text = this.text(key);
    if (text === null) return null;
    const value = parse(text);
    if (value === undefined) this.refuse(key, `expected ${expected}, found "${text.slice(0, 80)}"`);
    return value ?? null;
  }

  /** The same, where there must be something. */
  required<T>(key: string, expected: string, parse: (text: string) => T | undefined): T | null {
    if (this.text(key) === null) this.refuse(key, `expected ${expected}, found nothing`);
    return this.read(key, expected, parse);
  }

  decimal(key: string): Decimal | null {
    return this.read(key, 'a number', parseJsonDecimal);
  }

  /** The object there; null where there is none. */
  object(key: string): JsonObject | null {
    const value = this.values[key] ?? null;
    return value === null ? null : this.objectOf(value, key);
  }

  /** The objects of the list there, or the one that stands there without a list; null where there is neither. */
  objects(key: string): readonly JsonObject[] | null {
    const value = this.values[key] ?? null;
    if (value === null) return null;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.flatMap((one, i) => this.objectOf(one, Array.isArray(value) ? `${key}[${i}]` : key) ?? []);
  }

  /** The list there, its items as they are; null where there is none. */
  list(key: string): readonly unknown[] | null {
    const value = this.values[key] ?? null;
    if (value === null || Array.isArray(value)) return value;
    this.refuse(key, `expected a list, found ${wordFor(value)}`);
    return null;
  }

  /** The keys of all that stands there. */
  keys(): readonly string[] {
    return Object.keys(this.values);
  }

  refuse(key: string, reason: string): void {
    if (!this.refused.has(key)) this.refusals.add({ line: null, column: `${this.path}.${key}`, reason });
    this.refused.add(key);
  }

  private objectOf(value: unknown, key: string): JsonObject | null {
    if (isObject(value)) return new JsonObject(`${this.path}.${key}`, value, this.refusals);
    this.refuse(key, `expected an object, found ${wordFor(value)}`);
    return null;
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const NOTHING = /^([-\u2013\u2014]*|N\/A)$/i;

const wordFor = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `${typeof value} ${JSON.stringify(value)}`;
};

const LONGEST = 30;

/** Reads a number as JSON writes it, `1.5E7` too, and as people do, `15,000,000.00`. */
export function parseJsonDecimal(text: string): Decimal | undefined {
  const [, sign = '', whole = '', part = '', power] = /^(-?)(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,3})$/.exec(text) ?? [];
  if (power === undefined) return parseDecimal(text);
  const shift = Number(power);
  if (Math.abs(shift) > LONGEST) return undefined;
  const digits = `${'0'.repeat(LONGEST)}${whole}${part}${'0'.repeat(LONGEST)}`;
  const point = LONGEST + whole.length + shift;
  const fraction = digits.slice(point).replace(/0+$/, '');
  return parseDecimal(`${sign}${digits.slice(0, point).replace(/^0+(?=\d)/, '')}${fraction === '' ? '' : `.${fraction}`}`);
}
