import {
  type GraphQLArgument,
  type GraphQLInputType,
  type ValueNode,
  astFromValue,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  print,
} from 'graphql';
import type { Random } from './Random';
import type { SeenCursor } from './Seen';

/** Values by `place.name`, else by `name`, where a place is a root field or an input type. */
export type Vocabulary = Readonly<Record<string, readonly unknown[]>>;

/** The variables of one operation. */
export class Variables {
  readonly definitions: string[] = [];
  readonly values: Record<string, unknown> = {};

  /** A new variable of that type, given that value unless `default` is to give it. */
  add(type: string, value: unknown, byDefault?: string): string {
    const name = `v${this.definitions.length + 1}`;
    this.definitions.push(`$${name}: ${type}${byDefault === undefined ? '' : ` = ${byDefault}`}`);
    if (value !== undefined) this.values[name] = value;
    return `$${name}`;
  }
}

/** Writes arguments: as literals, as variables, by a variable's default, as null, or not at all. */
export class ArgumentWriter {
  constructor(
    private readonly random: Random,
    private readonly vocabulary: Vocabulary,
    readonly variables: Variables,
  ) {}

  /** `name: value`, or nothing where the argument is left out; the value is `given`, else random. */
  argument(arg: GraphQLArgument, place: string, given?: unknown): readonly string[] {
    const mayBeOut = given === undefined && (!isNonNullType(arg.type) || arg.defaultValue !== undefined);
    if (mayBeOut && this.random.chance(0.4)) return this.leftOut(arg);
    if (given === undefined && isInputObjectType(getNullableType(arg.type))) return [`${arg.name}: ${this.object(arg.type)}`];
    return [`${arg.name}: ${this.write(given ?? this.value(arg, place), arg.type, arg.defaultValue !== undefined)}`];
  }

  /** A cursor and the question that it is from; the number of items is free. */
  question(args: readonly GraphQLArgument[], { args: asked, cursor }: SeenCursor, cap: number): readonly string[] {
    const page: Readonly<Record<string, unknown>> = {
      [this.random.pick(['first', 'last'])]: this.random.pick([0, 1, 2, 3, cap]),
      [this.random.pick(['after', 'before'])]: cursor,
    };
    return args.flatMap((arg) => {
      const value = ['first', 'last', 'after', 'before'].includes(arg.name) ? page[arg.name] : asked[arg.name];
      return value == null ? [] : [`${arg.name}: ${this.write(value, arg.type, false)}`];
    });
  }

  private leftOut({ name, type }: GraphQLArgument): readonly string[] {
    switch (this.random.below(4)) {
      case 0:
        return [`${name}: ${this.variables.add(String(getNullableType(type)), undefined)}`];
      case 1:
        return isNonNullType(type) ? [] : [`${name}: null`];
      case 2:
        return isNonNullType(type) ? [] : [`${name}: ${this.variables.add(String(type), null)}`];
      default:
        return [];
    }
  }

  /** An input object, field by field, any of which may be a variable. */
  private object(type: GraphQLInputType): string {
    const named = getNamedType(type);
    if (!isInputObjectType(named)) throw new TypeError(`${named.name} is no input object.`);
    const fields = Object.values(named.getFields()).filter(() => this.random.chance(0.2));
    return `{ ${fields.flatMap((field) => this.argument(field, named.name)).join(', ')} }`;
  }

  private value({ name, type }: GraphQLArgument, place: string): unknown {
    const named = getNamedType(type);
    const words = isEnumType(named) ? named.getValues().map(({ value }) => value as unknown) : (this.vocabulary[`${place}.${name}`] ?? this.vocabulary[name]);
    if (words === undefined) throw new Error(`The vocabulary has no values for ${name}: ${String(type)} of ${place}.`);
    if (!isListType(getNullableType(type))) return this.random.pick(words);
    if (this.random.chance(0.2)) return this.random.pick(words);
    const some = this.random.some(words, 5);
    // What says something of one thing may say it once.
    return isInputObjectType(named) ? [...new Set(some)] : some;
  }

  private write(value: unknown, type: GraphQLInputType, hasDefault: boolean): string {
    const literal = print(astFromValue(value, type) as ValueNode);
    switch (this.random.below(5)) {
      case 0:
        return this.variables.add(`${String(getNullableType(type))}!`, value);
      case 1:
        return isNonNullType(type) && !hasDefault ? this.variables.add(String(type), value) : this.variables.add(String(getNullableType(type)), value);
      case 2:
        return this.variables.add(String(getNullableType(type)), undefined, literal);
      default:
        return literal;
    }
  }

  /** A condition of @skip or @include. */
  condition(): string {
    const holds = this.random.chance(0.6);
    return this.random.chance(0.5) ? String(holds) : this.variables.add('Boolean!', holds);
  }
}

