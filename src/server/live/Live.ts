import { type ExecutionResult, GraphQLError, OperationTypeNode, getOperationAST } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../../graph/context';
import { iteratorOf } from '../../graph/live/iteratorOf';
import type { LiveContext } from '../../graph/live/LiveContext';
import { type Execution, asGraphqlError } from '../../graph/planner/execute';
import { type Answers, subscribe } from '../../graph/planner/subscribe';
import type { Answered } from '../answers/AnswerCache';
import { MAX_ERRORS } from '../limits';
import { publishError } from '../publishError';
import { Places } from './Places';
import { type AskedOperation, type DocumentOptions, readDocument } from './readDocument';

export interface LiveOptions extends DocumentOptions {
  readonly logs: Pick<LiveContext, 'loads' | 'signals'>;
  readonly contextFor: (log: Logger) => RequestContext;
  readonly answer: (asked: Execution) => Promise<Answered>;
  /** Most subscriptions that are under way at once. */
  readonly mostAtOnce: number;
}

/** Who asks, beside what is asked. */
export interface Asker {
  readonly log: Logger;
  /** How many subscriptions there are on the same connection. */
  readonly onConnection: number;
  /** The cursor of the last event that was had, where the transport says so. */
  readonly resumeAfter: string | null;
}

/** What an operation begins to be answered with: one answer, many, or what is wrong with it. */
export type Begun = (Underway & { readonly args: Execution }) | { readonly errors: readonly GraphQLError[] };

type Underway = { readonly answer: ExecutionResult } | { readonly answers: Answers };

/** Begins operations for whichever transport keeps a connection open: subscriptions, and queries too. */
export class Live {
  private readonly places: Places;

  constructor(private readonly options: LiveOptions) {
    this.places = new Places(options.mostAtOnce);
  }

  async begin(asked: unknown, asker: Asker): Promise<Begun> {
    const { log } = asker;
    const read = await readDocument(asked, this.options);
    if (!('document' in read)) return { errors: read };
    const operation = getOperationAST(read.document, read.operationName);
    if (operation == null) return { errors: [new GraphQLError('The document has several operations and none was named, or not this one.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } })] };
    try {
      const { schema, answer, contextFor } = this.options;
      const args = { schema, contextValue: contextFor(log), options: { maxCoercionErrors: MAX_ERRORS }, ...read };
      if (operation.operation === OperationTypeNode.SUBSCRIPTION) return await this.subscribe(args, asker);
      const { result } = await answer(args);
      return result.data === undefined && result.errors !== undefined ? { errors: result.errors } : { answer: result, args };
    } catch (error) {
      return { errors: [publishError(asGraphqlError(error), log)] };
    }
  }

  /** @throws {TooManyAtOnce} */
  private async subscribe(args: AskedOperation & Execution, { onConnection, resumeAfter }: Asker): Promise<Begun> {
    const giveBack = this.places.take(onConnection);
    const begun = await subscribe({ ...args, contextValue: { ...args.contextValue, ...this.options.logs, resumeAfter } });
    if (!('errors' in begun)) return { answers: givingBack(begun, giveBack), args };
    giveBack();
    return begun;
  }
}

/** The same answers; when they end, or nobody wants more, the place is given back. */
function givingBack(answers: Answers, giveBack: () => void): Answers {
  const end = async (): Promise<IteratorResult<ExecutionResult, void>> => {
    giveBack();
    await answers.return?.();
    return { done: true, value: undefined };
  };
  const next = async (): Promise<IteratorResult<ExecutionResult, void>> => {
    const found = await answers.next();
    if (found.done === true) giveBack();
    return found;
  };
  return iteratorOf(next, end);
}
