import { type GraphQLSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { Knowledge } from '../../domain/knowledge';
import { createSchema } from '../../graph/schema';
import { DEFAULT_NAMES } from '../../signals/Roles';
import { askGraph } from '../askGraph';
import type { Terminal } from '../defineCommand';
import { exitCodes } from '../exitCodes';
import { countIn, dayIn, oneOf, pairIn } from '../optionValues';
import { terminalWidth } from '../terminalWidth';
import { type Told, signalTables } from './signalTables';

export interface SignalOptions {
  readonly basket?: string | undefined;
  readonly benchmark?: string | undefined;
  readonly 'as-of'?: string | undefined;
  readonly knowledge: string;
  readonly first: string;
  readonly json: boolean;
}

interface Data {
  /** Never null: a signal that there is not is an error. */
  readonly signal: Told;
}

/**
 * Prints what a signal says and why: its sentence, what its score is the sum of, the facts, those against it, and what is missing.
 * @throws {InvalidInput} for options that cannot be asked.
 */
export async function explainSignal(terminal: Terminal, key: string, { basket = DEFAULT_NAMES.basket, benchmark, 'as-of': asOf, knowledge, first, json }: SignalOptions): Promise<number> {
  const variables = {
    ...{ key, basket, ...(benchmark === undefined ? { small: DEFAULT_NAMES.small, large: DEFAULT_NAMES.large } : pairIn('benchmark', benchmark)) },
    asOf: asOf === undefined ? null : dayIn('as-of', asOf),
    knowledge: oneOf('knowledge', knowledge, Object.values(Knowledge)),
  };
  const most = countIn('first', first);
  const how = { statementTimeoutMs: terminal.config.STATEMENT_TIMEOUT_MS };
  const { data } = await terminal.withDatabase(how, (database) => askGraph<Data>(terminal, database, questionOver(createSchema()), variables));
  if (json) terminal.print(JSON.stringify(data));
  else signalTables(data.signal, { most, knowledge: variables.knowledge, width: terminalWidth() }).forEach(terminal.print);
  return exitCodes.ok.code;
}

const SOURCE = 'source { publisher fileName isSimulated }';

const questionOver = (schema: GraphQLSchema): string => `query ($key: String!, $basket: String!, $small: String!, $large: String!, $asOf: Date, $knowledge: Knowledge!) {
  signal(key: $key, basket: $basket, small: $small, large: $large, asOf: $asOf, knowledge: $knowledge) {
    key asOf value score state sentence isPartial knownOnBasis
    definition { title formula unit }
    missing { input reason text }
    contributions { kind key weight value score contribution }
    evidence { ...Fact }
    contrary: evidence(against: true) { ...Fact }
  }
}
fragment Fact on SignalEvidence {
  label value unit observedOn knownOn knownOnBasis signal term contribution
  node { ${documentsOver(schema).join(' ')} }
}`;

/** Of each type of node how one asks which document it is from: it says so itself, or what it is a part of does. */
function documentsOver(schema: GraphQLSchema): readonly string[] {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) throw new TypeError('Node is an interface.');
  return schema.getPossibleTypes(node).flatMap((type) => {
    const fields = type.getFields();
    if (fields.source !== undefined) return [`... on ${type.name} { ${SOURCE} }`];
    const whole = ['snapshot', 'filing'].find((name) => {
      const named = fields[name] === undefined ? undefined : getNamedType(fields[name].type);
      return isObjectType(named) && named.getFields().source !== undefined;
    });
    return whole === undefined ? [] : [`... on ${type.name} { ${whole} { ${SOURCE} } }`];
  });
}
