import { type GraphQLNamedType, type GraphQLObjectType, TypeInfo, getNamedType, isAbstractType, isObjectType, parse, validate, visit, visitWithTypeInfo } from 'graphql';
import { TODAY, schema } from '../support/ask';
import { VOCABULARY } from '../support/market';
import { Random } from '../support/Random';
import { randomQuestion } from '../support/randomQuestion';
import { Seen } from '../support/Seen';

/** What a query can reach: not what only a subscription tells of. */
const types = [...reachedFrom(schema.getQueryType(), new Set())];

function reachedFrom(type: GraphQLNamedType | null | undefined, found: Set<GraphQLObjectType>): ReadonlySet<GraphQLObjectType> {
  const objects = isObjectType(type) ? [type] : isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  for (const object of objects.filter((one) => !found.has(one))) {
    found.add(object);
    for (const field of Object.values(object.getFields())) reachedFrom(getNamedType(field.type), found);
  }
  return found;
}

describe('the random operations', () => {
  const questions = (seed: number, length = 500): readonly string[] => {
    const random = new Random(seed);
    const seen = new Seen();
    return Array.from({ length }, () => randomQuestion(random, { schema, vocabulary: VOCABULARY, seen, today: TODAY }).source);
  };

  it('are valid, and the same for the same seed', () => {
    const sources = questions(5, 100);
    expect(questions(5, 100)).toEqual(sources);
    expect(sources.flatMap((source) => validate(schema, parse(source)).map(({ message }) => message))).toEqual([]);
    expect(new Set(sources).size).toBeGreaterThan(98);
  });

  it('select every field of every type, with every argument but cursors, which only answers give', () => {
    const asked = new Set<string>();
    const typeInfo = new TypeInfo(schema);
    for (const source of [1, 2, 3, 4].flatMap((seed) => questions(seed))) {
      const Field = ({ name, arguments: args = [] }: { name: { value: string }; arguments?: readonly { name: { value: string } }[] }): void => {
        const field = `${typeInfo.getParentType()?.name}.${name.value}`;
        for (const part of [field, ...args.map((arg) => `${field}(${arg.name.value})`)]) asked.add(part);
      };
      visit(parse(source), visitWithTypeInfo(typeInfo, { Field }));
    }
    const all = types.flatMap((type) =>
      Object.values(type.getFields()).flatMap(({ name, args }) => [`${type.name}.${name}`, ...args.map((arg) => `${type.name}.${name}(${arg.name})`)]),
    );
    expect(all.filter((part) => !asked.has(part) && !/\((?:after|before)\)$/.test(part))).toEqual([]);
  });
});
