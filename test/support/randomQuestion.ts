import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { Knowledge } from '../../src/domain/knowledge';
import { readNodeId } from '../../src/graph/nodes/nodeId';
import type { Declared } from '../../src/graph/planner/declare';
import type { Field } from '../../src/graph/planner/plan';
import type { Random } from './Random';
import { ArgumentWriter, Variables, type Vocabulary } from './randomArguments';
import type { Seen } from './Seen';

export interface Question {
  readonly source: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What of the world a random question is made from. */
export interface World {
  readonly schema: GraphQLSchema;
  readonly vocabulary: Vocabulary;
  readonly seen: Seen;
  readonly today: string;
  /** Where the reader of every root field stands; anywhere where left out. */
  readonly stand?: { readonly asOf: string; readonly knowledge: Knowledge };
}

/** A valid operation, found by walking the schema. */
export function randomQuestion(random: Random, world: World): Question {
  return new QuestionWriter(random, world).question();
}

/** Where the reader of a field stands; undefined where that differs from row to row. */
type Standing = { readonly asOf: string; readonly knowledge: string } | undefined;

/** What stands at one place of the answer: selections of the same key must ask the same. */
interface Scope {
  readonly asked: Map<string, string>;
  readonly below: Map<string, Scope>;
}

const scope = (): Scope => ({ asked: new Map(), below: new Map() });

/** Up to how many times a field counts as asked rarely. */
const RARELY = 3;

const ALIASES = ['a', 'b', 'id', 'name', 'weight', 'nodes', 'asOf', `a${'_very'.repeat(20)}_long_alias`, '__proto__', 'constructor'];
const GARBAGE_IDS = ['', 'garbage', 'WyJFdGYiXQ', Buffer.from('["Etf","2024-07-01","ANY","NOPE"]').toString('base64url')];

class QuestionWriter {
  private readonly variables = new Variables();
  private readonly args: ArgumentWriter;
  private readonly fragments: string[] = [];
  private fieldsLeft = 45;
  private fresh = 0;

  constructor(
    private readonly random: Random,
    private readonly world: World,
  ) {
    this.args = new ArgumentWriter(random, world.vocabulary, this.variables);
  }

  question(): Question {
    const query = this.world.schema.getQueryType() as GraphQLCompositeType;
    const selection = this.selection(query, scope(), 2 + this.random.below(9), undefined);
    const { definitions, values } = this.variables;
    const head = definitions.length === 0 ? 'query' : `query (${definitions.join(', ')})`;
    return { source: [`${head} ${selection}`, ...this.fragments].join('\n'), variables: values };
  }

  private selection(type: GraphQLCompositeType, at: Scope, depth: number, standing: Standing): string {
    const count = 1 + this.random.below(4);
    return `{ ${Array.from({ length: count }, () => this.selected(type, at, depth, standing)).join(' ')} }`;
  }

  private selected(type: GraphQLCompositeType, at: Scope, depth: number, standing: Standing): string {
    if (depth > 0 && this.random.chance(isAbstractType(type) ? 0.8 : 0.12)) return this.fragment(type, at, depth, standing);
    if (this.random.chance(0.05)) return this.named('__typename', 'String!', at);
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const deeper = fields.filter((field) => !leaves.includes(field));
    const goesDeeper = depth > 0 && this.fieldsLeft > 0 && deeper.length > 0 && (leaves.length === 0 || this.random.chance(deeper.some((field) => this.timesAsked(type, field) < RARELY) ? 0.9 : 0.55));
    this.fieldsLeft -= 1;
    if (!goesDeeper && leaves.length === 0) return this.named('__typename', 'String!', at);
    return this.field(type, this.pick(type, goesDeeper ? deeper : leaves), at, depth, standing);
  }

  /** One of a type's fields: any, or one of those asked least so far, so that the rare ones come too. */
  private pick(type: GraphQLCompositeType, fields: readonly Field[]): Field {
    const least = Math.min(...fields.map((field) => this.timesAsked(type, field)));
    const isRoot = type === this.world.schema.getQueryType();
    const field = this.random.pick(!isRoot && this.random.chance(0.4) ? fields.filter((one) => this.timesAsked(type, one) === least) : fields);
    this.world.seen.asked.set(`${type.name}.${field.name}`, this.timesAsked(type, field) + 1);
    return field;
  }

  private timesAsked({ name }: GraphQLCompositeType, field: Field): number {
    return this.world.seen.asked.get(`${name}.${field.name}`) ?? 0;
  }

  private field(type: GraphQLCompositeType, field: Field, at: Scope, depth: number, standing: Standing): string {
    const isRoot = type === this.world.schema.getQueryType();
    const below = isRoot ? this.rootStanding(field) : standing;
    const args = isRoot ? this.rootArguments(field, below) : this.arguments(type, field, below);
    const call = `${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`}`;
    const isPlain = args.length === 0 && isLeafType(getNamedType(field.type));
    const head = this.named(call, isPlain ? `${field.name}: ${String(field.type)}` : `${type.name}.${call}`, at);
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return head;
    const key = head.split(/[:(\s]/, 1)[0] as string;
    const inside = at.below.get(key) ?? scope();
    at.below.set(key, inside);
    const more = (): string => `${head} ${this.selection(named, inside, depth - 1, this.standingBelow(below, args))}`;
    return this.random.chance(0.12) ? `${more()} ${more()}` : more();
  }

  /** A field under a key that is free or asks the same, perhaps with directives. */
  private named(call: string, asked: string, at: Scope): string {
    const name = call.split('(', 1)[0] as string;
    const keys = this.random.chance(0.25) ? [this.random.pick(ALIASES), name] : [name];
    this.fresh += 1;
    const key = keys.find((free) => [undefined, asked].includes(at.asked.get(free))) ?? `f${this.fresh}`;
    at.asked.set(key, asked);
    return `${key === name ? call : `${key}: ${call}`}${this.directives()}`;
  }

  private directives(): string {
    return ['skip', 'include'].map((name) => (this.random.chance(0.04) ? ` @${name}(if: ${this.args.condition()})` : '')).join('');
  }

  private fragment(type: GraphQLCompositeType, at: Scope, depth: number, standing: Standing): string {
    const types = isAbstractType(type)
      ? [type, ...this.world.schema.getPossibleTypes(type), ...this.world.schema.getPossibleTypes(type)]
      : [type, ...(isObjectType(type) ? type.getInterfaces() : [])];
    const on = this.random.pick(types);
    const selection = this.selection(on, at, depth - 1, standing);
    if (this.random.chance(0.5)) return `...${on === type && this.random.chance(0.5) ? '' : ` on ${on.name}`}${this.directives()} ${selection}`;
    const name = `F${this.fragments.length + 1}`;
    this.fragments.push(`fragment ${name} on ${on.name} ${selection}`);
    return `...${name}${this.directives()}${this.random.chance(0.2) ? ` ...${name}` : ''}`;
  }

  private arguments(type: GraphQLCompositeType, field: Field, standing: Standing, place = type.name): readonly string[] {
    const { cap, oneOf = [] }: Declared = field.extensions;
    const cursors = standing === undefined ? [] : this.world.seen.cursorsOf(`${type.name}.${field.name}`, standing.asOf, standing.knowledge);
    if (cap !== undefined && cursors.length > 0 && this.random.chance(0.5)) {
      return this.args.question(field.args, this.random.pick(cursors), cap);
    }
    const first = this.random.pick([undefined, 0, 1, 1, 2, 2, 3, 5, cap]);
    const end = this.random.pick(['first', 'first', 'last']);
    const chosen = oneOf.length === 0 ? undefined : this.random.pick(oneOf);
    const given = (arg: GraphQLArgument): unknown =>
      arg.name === chosen ? this.random.pick(this.world.vocabulary[`${place}.${arg.name}`] ?? []) : arg.name === end ? first : undefined;
    const ofPage = ['first', 'last', 'after', 'before'];
    const asked = field.args.filter(({ name }) => name === chosen || !oneOf.includes(name));
    const free = asked.filter(({ name }) => cap === undefined || !ofPage.includes(name) || (name === end && first !== undefined));
    return free.flatMap((arg) => this.args.argument(arg, place, given(arg)));
  }

  private rootArguments(field: Field, standing: Standing): readonly string[] {
    const ids = field.args.find(({ name }) => name === 'id' || name === 'ids');
    if (ids !== undefined) return this.args.argument(ids, field.name, ids.name === 'id' ? this.id() : this.ids());
    const places = ['asOf', 'knowledge'] as const;
    const stands = places.flatMap((name) => {
      const arg = field.args.find((one) => one.name === name);
      const isUsual = standing?.[name] === (name === 'asOf' ? this.world.today : Knowledge.ANY);
      return arg === undefined || (isUsual && this.random.chance(0.5)) ? [] : this.args.argument(arg, field.name, standing?.[name]);
    });
    const days = field.args.filter(({ name }) => name === 'asOfs').flatMap((arg) => this.args.argument(arg, field.name, this.daysUpTo(standing, field)));
    const others = { ...field, args: field.args.filter(({ name }) => !['asOf', 'asOfs', 'knowledge'].includes(name)) };
    const query = this.world.schema.getQueryType() as GraphQLCompositeType;
    return [...stands, ...days, ...this.arguments(query, others, standing, field.name)];
  }

  /** Where many days are asked at once: such as are over where the reader stands. */
  private daysUpTo(standing: Standing, { name }: Field): readonly string[] {
    const days = (this.world.vocabulary[`${name}.asOfs`] ?? []) as readonly string[];
    return this.random.some(standing === undefined ? days : [standing.asOf, ...days.filter((day) => day <= standing.asOf)], 5);
  }

  private rootStanding({ args }: Field): Standing {
    if (args.some(({ name }) => name === 'asOfs')) return this.world.stand;
    if (!args.some(({ name }) => name === 'asOf')) return undefined;
    if (this.world.stand !== undefined) return this.world.stand;
    const asOf = this.random.pick([this.world.today, ...(this.world.vocabulary.asOf as readonly string[])]);
    return { asOf, knowledge: this.random.pick([Knowledge.ANY, Knowledge.ANY, Knowledge.PROVEN]) };
  }

  private id(): string {
    const known = [...this.world.seen.ids];
    return known.length > 0 && this.random.chance(0.9) ? this.random.pick(known) : this.random.pick(GARBAGE_IDS);
  }

  private ids(): readonly string[] {
    return Array.from({ length: this.random.below(7) }, () => this.id());
  }

  /** Below an id in the text itself the reader stands where the id says. */
  private standingBelow(standing: Standing, args: readonly string[]): Standing {
    const [, id] = /^id: "(.*)"$/.exec(args[0] ?? '') ?? [];
    return standing ?? (id === undefined ? undefined : (readNodeId(id) ?? undefined));
  }
}
