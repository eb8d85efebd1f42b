import { InvalidInput, describe } from '../../domain/errors';
import { sourceByKey } from '../../sources/sources';
import { tellable, tellableNames } from '../../sources/tellable';
import { LoadOutcome } from '../../store/entities/Load';
import { factKinds } from '../../store/load/factKinds';
import { loadFile, refuseFile } from '../../store/load/loadFile';
import type { LoadReport } from '../../store/load/LoadRequest';
import { type Terminal, defineCommand } from '../defineCommand';
import { exitCodes } from '../exitCodes';
import { type LoadJob, type Said, jobsAt } from '../loadJobs';
import { manifestJobs } from '../manifestJobs';
import { oneLine } from '../oneLine';
import { ProgressBar } from '../ProgressBar';
import { jobName, readJob } from '../readJob';

/** Planner statistics of the tables that a load fills; without them Postgres guesses at fresh rows. */
const ANALYZE = `ANALYZE ${['security', 'security_description', ...factKinds.flatMap(({ tables }) => tables)].join(', ')}`;

/** One option for each thing that may be told of a file. */
const TOLD = Object.fromEntries(tellableNames.map((option) => [option, { type: 'string' }])) as Readonly<Record<keyof typeof tellable, { readonly type: 'string' }>>;

export default defineCommand({
  key: 'load',
  summary: 'Load files of a source, or many by a manifest; what is there already changes nothing.',
  usage: [
    `SOURCE FILE|DIRECTORY|- ${tellableNames.map((option) => `[--${option} ${tellable[option].example}]`).join(' ')} [--json]`,
    '--manifest FILE [--json]',
  ],
  options: {
    ...TOLD,
    manifest: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  async run(terminal, { manifest, json, ...said }, positionals) {
    const jobs = jobsFor(manifest, said, positionals);
    return terminal.withDatabase({ statementTimeoutMs: 0 }, async ({ db }) => {
      const progress = new ProgressBar(terminal, jobs.length);
      const reports: LoadReport[] = [];
      try {
        for (const job of jobs) {
          const { source, told } = job;
          const request = { source, fileName: jobName(job), told, now: terminal.now };
          progress.show(request.fileName);
          const read = await readJob(job, terminal);
          const report = 'bytes' in read ? await loadFile(db, { ...request, ...read }) : await refuseFile(db, request, read.refusals);
          reports.push(report);
          progress.clear();
          print(terminal, report, json);
          progress.step();
        }
        if (reports.some(({ outcome }) => outcome === LoadOutcome.ADDED)) await db.query(ANALYZE);
      } finally {
        progress.clear();
      }
      if (!json && reports.length > 1) terminal.print(summary(reports));
      return reports.some(({ outcome }) => outcome === LoadOutcome.REFUSED) ? exitCodes.refused.code : exitCodes.ok.code;
    });
  },
});

function jobsFor(manifest: string | undefined, said: Said, positionals: readonly string[]): readonly LoadJob[] {
  const [source, path] = positionals;
  if (manifest !== undefined) {
    if (positionals.length > 0 || Object.values(said).some((value) => value !== undefined)) {
      throw new InvalidInput('--manifest says all there is to say of its files: nothing goes beside it but --json.');
    }
    return manifestJobs(manifest);
  }
  if (source === undefined || path === undefined || positionals.length > 2) {
    throw new InvalidInput('load needs a source and a path (catalyst load SOURCE FILE|DIRECTORY|-), or --manifest FILE.');
  }
  return jobsAt(sourceByKey(source), path, said);
}

const INDENT = ' '.repeat(10);

function print({ print: line, tell }: Terminal, report: LoadReport, json: boolean): void {
  if (json) return line(JSON.stringify(report));
  const { outcome, rowsRead, rowsAdded, rowsUnchanged, refusals, facts } = report;
  const fileName = oneLine(report.fileName);
  const isRefused = outcome === LoadOutcome.REFUSED;
  const passedOver = rowsRead - rowsAdded - rowsUnchanged;
  const counts = [`${rowsRead} rows read`, `${rowsAdded} added`, `${rowsUnchanged} unchanged`, '0 refused', ...(passedOver > 0 ? [`${passedOver} passed over`] : [])];
  const rows = isRefused ? 'nothing of it is loaded' : counts.join(', ');
  line(`${outcome.toLowerCase().padEnd(INDENT.length)}${fileName}: ${rows}`);
  for (const { kind, about, from, to, knownOn, knownOnBasis, rows: all, rowsAdded: added } of facts) {
    const days = from === to ? `on ${to}` : `from ${from} to ${to} (${added} of ${all} new)`;
    if (added > 0) line(`${INDENT}${kind} of ${oneLine(about)} ${days}, known on ${knownOn} (${knownOnBasis})`);
  }
  for (const refusal of refusals) tell(`${INDENT}${fileName}: ${oneLine(describe(refusal))}\n`);
}

function summary(reports: readonly LoadReport[]): string {
  const count = (wanted: LoadOutcome): number => reports.filter(({ outcome }) => outcome === wanted).length;
  const rows = reports.reduce((sum, { rowsAdded }) => sum + rowsAdded, 0);
  return `${reports.length} files: ${count(LoadOutcome.ADDED)} added (${rows} rows), ${count(LoadOutcome.UNCHANGED)} unchanged, ${count(LoadOutcome.REFUSED)} refused`;
}
