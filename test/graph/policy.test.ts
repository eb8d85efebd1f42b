import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  buildSchema,
  findBreakingChanges,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { dayInNewYork } from '../../src/domain/isoDate';
import { missingReasonsTable } from '../../src/domain/MissingReason';
import type { Declared } from '../../src/graph/planner/declare';
import { createSchema } from '../../src/graph/schema';
import { expectSection } from '../support/sections';

const schema = createSchema();
const project = join(__dirname, '../..');
const read = (file: string): string => readFileSync(join(project, file), 'utf8');

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const objects = types.filter(isObjectType);
const query = schema.getQueryType();
const values = objects.filter((type) => type !== query);

type Field = GraphQLField<unknown, unknown>;

/** The names, as `Type.field: description`, of the fields that break a rule. */
const breaking = (holds: (field: Field, type: GraphQLObjectType) => boolean, among: readonly GraphQLObjectType[] = objects): readonly string[] =>
  among.flatMap((type) => Object.values(type.getFields()).flatMap((field) => (holds(field, type) ? [] : [`${type.name}.${field.name}: ${field.description}`])));

const ofType = (name: string) => (field: Field): boolean => getNamedType(field.type).name === name;

/** Words that say in what a number is counted. */
const UNIT = /fraction|USD|currency|\bunits?\b|percent|%|points|-1 to 1|0 to 1|[Ss]hares?\b|score|How (likely|many)|(divided|multiplied) by|standard deviation|correlation|ratio/;

describe('the policy of names', () => {
  it.each([
    ['Date', /(On|From|To|Until|Through|Start|End)$|^(asOf|from|to|on|dates)$/],
    ['DateTime', /(At|Times)$/],
    ['Boolean', /^(is|has|was|may|can)[A-Z]/],
  ])('lets one see that a field is of type %s', (type, name) => {
    expect(breaking((field) => !ofType(type)(field) || name.test(field.name))).toEqual([]);
  });

  it('has no empty words', () => {
    const words = /^(get|fetch|list)[A-Z]|(List|Data|Object|Type|Model|Response)$/;
    expect([...breaking(({ name }) => !words.test(name)), ...types.filter(({ name }) => words.test(name)).map(({ name }) => name)]).toEqual([]);
  });
});

describe('the policy of null', () => {
  it('knows no list that is null below the root but one computed beside the statement, and no items that are null but those of columns', () => {
    const isWhole = ({ type, extensions }: Field, parent: GraphQLObjectType): boolean => {
      const list = getNullableType(type);
      const { requires }: Declared = extensions;
      return !isListType(list) || (isNonNullType(type) === (requires === undefined) && (isNonNullType(list.ofType) || 'dates' in parent.getFields()));
    };
    expect(breaking(isWhole, values)).toEqual([]);
  });

  it('has every field that may be null say when it is, or its type say why it is', () => {
    expect(breaking(({ type, description }, parent) => isNonNullType(type) || 'missing' in parent.getFields() || /[Nn]ull|[Ee]mpty/.test(description ?? ''), values)).toEqual([]);
  });
});

describe('the reasons for a null', () => {
  it('are all listed in docs/schema-policy.md', () => {
    expectSection(read('docs/schema-policy.md'), 'reasons', missingReasonsTable());
  });

  it('are one list, wherever one stands beside the name of what is missing', () => {
    expect(breaking(({ name, type }, parent) => name !== 'reason' || !('field' in parent.getFields() || 'input' in parent.getFields()) || getNamedType(type).name === 'MissingReason')).toEqual([]);
  });
});

describe('the policy of meaning', () => {
  it('describes every type, field, argument, input field and value', () => {
    const described = (type: GraphQLNamedType): readonly { readonly name: string; readonly description?: string | null | undefined }[] => {
      if (isObjectType(type)) return Object.values(type.getFields()).flatMap((field) => [field, ...field.args]);
      if (isInputObjectType(type)) return Object.values(type.getFields());
      return isEnumType(type) ? type.getValues() : [];
    };
    const silent = types.filter((type) => !isSpecifiedScalarType(type)).flatMap((type) => [type, ...described(type)].filter(({ description }) => !description).map(({ name }) => `${type.name}: ${name}`));
    expect(silent).toEqual([]);
  });

  it('says in what every number with a fraction is counted', () => {
    expect(breaking((field) => !ofType('Float')(field) || UNIT.test(String(field.description)))).toEqual([]);
  });

  it('says where every scalar of its own is specified', () => {
    expect(types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type) && !type.specifiedByURL)).toEqual([]);
  });
});

/** What is wrong with how a schema says that something goes: the reason names no day on which it does, or the day is over. */
function overdue(of: GraphQLSchema, today: string): readonly string[] {
  const all = Object.values(of.getTypeMap()).flatMap((type): readonly (readonly [name: string, reason: string | null | undefined])[] => {
    if (isEnumType(type)) return type.getValues().map((value) => [`${type.name}.${value.name}`, value.deprecationReason] as const);
    return 'getFields' in type ? Object.values(type.getFields()).map(({ name, deprecationReason }) => [`${type.name}.${name}`, deprecationReason] as const) : [];
  });
  return all.flatMap(([name, reason]) => {
    if (reason == null) return [];
    const [, day] = / Goes on (\d{4}-\d\d-\d\d)\.$/.exec(reason) ?? [];
    return day === undefined ? [`${name}: the reason ends with no 'Goes on YYYY-MM-DD.'`] : day < today ? [`${name}: was to go on ${day}`] : [];
  });
}

describe('what is deprecated', () => {
  it('says on which day it goes, and goes', () => {
    expect(overdue(schema, dayInNewYork(new Date()))).toEqual([]);
  });

  it('is found where it does not', () => {
    const old = buildSchema(`type Query {
      fine: Int @deprecated(reason: "Ask for \`other\`. Goes on 2027-01-01.") late: Int @deprecated(reason: "Goes on 2026-01-01.")
      open: Int @deprecated(reason: "Ask for \`other\`.") bare: Int @deprecated kind: Kind }
    enum Kind { A B @deprecated(reason: "Is A. Goes on 2025-12-31.") }`);
    expect(overdue(old, '2026-06-30')).toEqual([
      "Query.late: the reason ends with no 'Goes on YYYY-MM-DD.'",
      "Query.open: the reason ends with no 'Goes on YYYY-MM-DD.'",
      "Query.bare: the reason ends with no 'Goes on YYYY-MM-DD.'",
      'Kind.B: was to go on 2025-12-31',
    ]);
  });
});

/** What a schema takes away from the clients of an older one, and a changelog does not name. */
const unnamed = (older: GraphQLSchema, newer: GraphQLSchema, changelog: string): readonly string[] =>
  findBreakingChanges(older, newer)
    .map(({ description }) => description)
    .filter((change) => !changelog.includes(`- Breaking: ${change}`));

describe('a change that breaks clients', () => {
  it('of the released schema is named by the changelog', () => {
    const lacking = unnamed(buildSchema(read('schema.released.graphql')), schema, read('CHANGELOG.md'));
    if (lacking.length > 0) throw new Error(`Clients of schema.released.graphql break. Say so in CHANGELOG.md, with what to do instead:\n${lacking.map((change) => `- Breaking: ${change}`).join('\n')}`);
  });

  it('is found where it is not named', () => {
    const older = buildSchema('type Query { a: Int! b(x: Int): Int c: Kind } enum Kind { A B }');
    const newer = buildSchema('type Query { a: Int b(x: Int, y: Int!): Int c: Kind d: Int } enum Kind { A C }');
    const changelog = '# Changelog\n\n- Breaking: B was removed from enum type Kind. It was A.\n';
    expect(unnamed(older, newer, changelog)).toEqual(['Query.a changed type from Int! to Int.', 'A required arg y on Query.b was added.']);
  });
});
