import { askGraph } from '../askGraph';
import { defineCommand } from '../defineCommand';
import { exitCodes } from '../exitCodes';

const QUESTION = `{
  dataStatus { source newestObservedOn newestKnownOn facts isSimulated isStale lastRunAt lastOutcome lastReason }
}`;

interface Status {
  readonly source: string;
  readonly newestObservedOn: string | null;
  readonly facts: number;
  readonly isSimulated: boolean;
  readonly isStale: boolean | null;
  readonly lastRunAt: string | null;
  readonly lastOutcome: string | null;
  readonly lastReason: string | null;
}

export default defineCommand({
  key: 'status',
  summary: 'Tell what the database holds: each source, its newest facts and its last run.',
  usage: ['[--json]'],
  options: { json: { type: 'boolean', default: false } },
  run: (terminal, { json }) =>
    terminal.withDatabase({ statementTimeoutMs: terminal.config.STATEMENT_TIMEOUT_MS }, async (database) => {
      const { print } = terminal;
      const { description } = database;
      const { data, version } = await askGraph<{ readonly dataStatus: readonly Status[] }>(terminal, database, QUESTION);
      const sources = data.dataStatus;
      if (json) print(JSON.stringify({ database: description, version, sources }));
      else [`database      ${description}`, `data version  ${version}`, ...sources.map(line)].forEach(print);
      return exitCodes.ok.code;
    }),
});

function line({ source, newestObservedOn, facts: count, isSimulated, isStale, lastRunAt, lastOutcome, lastReason }: Status): string {
  const facts = newestObservedOn === null ? 'nothing yet' : `${count} facts, the newest of ${newestObservedOn}`;
  const marks = [isSimulated ? ' (simulated)' : '', isStale === true ? ' (stale)' : ''].join('');
  const run = lastRunAt === null ? '' : `; last run ${lastRunAt}: ${lastOutcome}${lastReason === null ? '' : `, ${lastReason}`}`;
  return `${source}: ${facts}${marks}${run}`;
}
