import { InvalidInput } from '../../domain/errors';
import { Knowledge } from '../../domain/knowledge';
import { HoldingChangeKind } from '../../graph/fields/HoldingChange';
import { askGraph } from '../askGraph';
import type { Terminal } from '../defineCommand';
import { exitCodes } from '../exitCodes';
import { countIn, dayIn, oneOf } from '../optionValues';
import { terminalWidth } from '../terminalWidth';
import { type Explained, holdingsTables } from './holdingsTables';

const QUESTION = `query (
  $symbol: String!, $asOf: Date, $knowledge: Knowledge!, $from: Date!, $to: Date, $kinds: [HoldingChangeKind!], $first: Int!
) {
  etf(symbol: $symbol, asOf: $asOf, knowledge: $knowledge) {
    symbol
    name
    snapshot { observedOn }
    holdingChanges(from: $from, to: $to) {
      from { ...Document }
      to { ...Document }
      summary { kind securities linesBefore linesAfter weightBefore weightAfter drift traded }
      turnover
      coverage
      changes(kinds: $kinds, first: $first) {
        totalCount
        nodes {
          kind
          security { symbol name }
          sharesBefore sharesAfter weightBefore weightAfter drift traded suspectedSplit
        }
      }
      missing { field reason }
    }
  }
}
fragment Document on Snapshot { observedOn knownOn knownOnBasis provenOn positions source { publisher fileName isSimulated } }`;

export interface HoldingsOptions {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly 'as-of'?: string | undefined;
  readonly knowledge: string;
  readonly kinds?: string | undefined;
  readonly first: string;
  readonly json: boolean;
}

/** What the graph is asked; a null is what was left out. */
type Variables = ReturnType<typeof variablesOf>;

interface Data {
  /** Never null: a fund that there is not is an error. */
  readonly etf: Explained;
}

/**
 * Prints what changed in a fund's holdings between two days.
 * @throws {InvalidInput} for options that cannot be asked, and where the holdings of either day are not known.
 */
export async function explainHoldings(terminal: Terminal, symbol: string, options: HoldingsOptions): Promise<number> {
  const variables = variablesOf(symbol, options);
  const how = { statementTimeoutMs: terminal.config.STATEMENT_TIMEOUT_MS };
  const { data } = await terminal.withDatabase(how, (database) => askGraph<Data>(terminal, database, QUESTION, variables));
  if (options.json) terminal.print(JSON.stringify(data));
  const missing = whatIsMissing(data.etf, variables);
  if (missing !== null) throw new InvalidInput(missing);
  if (!options.json) holdingsTables(data.etf, variables, terminalWidth()).forEach(terminal.print);
  return exitCodes.ok.code;
}

function variablesOf(symbol: string, { from, to, 'as-of': asOf, knowledge, kinds, first }: HoldingsOptions) {
  if (from === undefined) throw new InvalidInput('explain holdings needs the earlier day: --from 2025-05-13.');
  return {
    symbol,
    from: dayIn('from', from),
    to: to === undefined ? null : dayIn('to', to),
    asOf: asOf === undefined ? null : dayIn('as-of', asOf),
    knowledge: oneOf('knowledge', knowledge, Object.values(Knowledge)),
    kinds: kinds?.split(',').map((kind) => oneOf('kinds', kind, Object.values(HoldingChangeKind))) ?? null,
    first: countIn('first', first),
  };
}

/** Which days' holdings are not known and which are, in words; null where both are. */
function whatIsMissing({ symbol, snapshot, holdingChanges }: Explained, { from, to, asOf, knowledge }: Variables): string | null {
  const lacking = [
    holdingChanges.from === null ? [`of ${from}`] : [],
    holdingChanges.to === null ? [to === null ? `of a day after ${from}` : `of ${to}`] : [],
  ].flat();
  if (lacking.length === 0) return null;
  const by = `${knowledge === Knowledge.PROVEN ? 'proven to be known' : 'known'}${asOf === null ? '' : ` as of ${asOf}`}`;
  const none = `No holdings of ${symbol} ${lacking.join(', and none ')} are ${by}.`;
  if (snapshot === null) return `${none} None of any day are.`;
  const { observedOn } = snapshot;
  const hint = `{ etf(symbol: "${symbol}", asOf: "${from < observedOn ? from : observedOn}") { snapshot { observedOn } } }`;
  return `${none} The newest are of ${observedOn}; which were the newest on an earlier day the graph tells: ${hint}`;
}
