import { createHash } from 'node:crypto';

/**
 * What a signal's function was given and what it asked of it. Of two traces of a signal on one day the hashes are the same where it was told the same, on every machine. What a vintage is
 * called is left out: it says where a value stands, and not what it is.
 */
export class Trace {
  private readonly texts: string[] = [];

  /**
   * The same value, of which all that is read is noted: plain data at once; of a function, and of an object with methods, what it answers.
   * @throws {TypeError} for functions within lists and plain objects: of these nothing could be noted.
   */
  note<Value>(name: string, value: Value): Value {
    if (typeof value === 'function') return this.asked(name, value as unknown as Asked) as unknown as Value;
    if (isOpaque(value)) return this.opened(name, value);
    this.texts.push(`${name}=${isFlat(value) ? textOf(value) : itemOf(value)}`);
    return value;
  }

  hash(): string {
    return digest(this.texts.join('\n'));
  }

  /** What is asked again has been told, and noted. */
  private asked(name: string, ask: Asked): Asked {
    const told = new Map<string, unknown>();
    return (...given) => {
      const question = given.map(textOf).join();
      if (!told.has(question)) told.set(question, this.note(`${name}(${question})`, ask(...given)));
      return told.get(question);
    };
  }

  private opened<Value extends object>(name: string, value: Value): Value {
    const told = new Map<string | symbol, unknown>();
    return new Proxy(value, {
      get: (target, property) => {
        if (!told.has(property)) {
          const found: unknown = Reflect.get(target, property, target);
          told.set(property, this.note(`${name}.${String(property)}`, typeof found === 'function' ? (found.bind(target) as Asked) : found));
        }
        return told.get(property);
      },
    });
  }
}

type Asked = (...given: readonly unknown[]) => unknown;

/** Of a class of its own: what it holds is its own affair. */
const isOpaque = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map) && Object.getPrototypeOf(value) !== Object.prototype;

/** Without lists and objects in it: made anew for each day more often than not, and written as soon as hashed. */
const isFlat = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map) && Object.values(value).every((one) => typeof one !== 'object' || one === null);

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Lists, their items and what is told of many days are shared by these: each is hashed once. */
const hashes = new WeakMap<object, string>();

function itemOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textOf(value);
  const before = hashes.get(value);
  if (before !== undefined) return before;
  const hash = digest(textOf(value));
  hashes.set(value, hash);
  return hash;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? refuse() : String(value);
  if (Array.isArray(value)) return `[${value.map(itemOf).join()}]`;
  if (value instanceof Map) return `(${[...value].map(textOf).join()})`;
  if (isOpaque(value)) return refuse();
  let text = '';
  for (const [name, one] of Object.entries(value)) if (one !== undefined && name !== 'vintage') text += `${name}:${textOf(one)},`;
  return `{${text}}`;
}

function refuse(): never {
  throw new TypeError('An input of a signal holds a function within plain data: give the function itself.');
}
