import { InvalidInput } from '../../domain/errors';
import type { Database } from '../../server/openDatabase';
import { sourceByKey } from '../../sources/sources';
import { tellable, tellableNames } from '../../sources/tellable';
import { LoadOutcome } from '../../store/entities/Load';
import { analyze } from '../../store/load/analyze';
import { loadFile, readFile, refuseFile } from '../../store/load/loadFile';
import type { LoadReport, LoadRequest } from '../../store/load/LoadRequest';
import { type Terminal, defineCommand } from '../defineCommand';
import { exitCodes } from '../exitCodes';
import { keepTouched, signalsLine } from '../keepSignals';
import { type LoadJob, type Said, inputJob, jobAt } from '../loadJobs';
import { refusalLines, reportLines } from '../loadLines';
import { LoadTally } from '../LoadTally';
import { manifestJobs } from '../manifestJobs';
import { oneAhead } from '../oneAhead';
import { ProgressBar } from '../ProgressBar';

/** Of how many files it is told why they were refused: of an archive, every file may be. */
const MOST_TOLD = 100;

/** One option for each thing that may be told of a file. */
const TOLD = Object.fromEntries(tellableNames.map((option) => [option, { type: 'string' }])) as Readonly<Record<keyof typeof tellable, { readonly type: 'string' }>>;

export default defineCommand({
  key: 'load',
  summary: 'Load files of a source, or many by a manifest; what is there already changes nothing.',
  usage: [
    `SOURCE FILE|DIRECTORY|ARCHIVE.zip|- ${tellableNames.map((option) => `[--${option} ${tellable[option].example}]`).join(' ')} [--replace-simulated] [--json]`,
    '--manifest FILE [--replace-simulated] [--json]',
  ],
  options: {
    ...TOLD,
    manifest: { type: 'string' },
    'replace-simulated': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  async run(terminal, { manifest, json, 'replace-simulated': replacesSimulated, ...said }, positionals) {
    const jobs = await jobsFor(terminal, manifest, said, positionals);
    return terminal.withDatabase({ statementTimeoutMs: 0 }, async ({ db }) => {
      const progress = new ProgressBar(terminal, jobs.reduce((sum, { files }) => sum + files.count, 0));
      const tally = new LoadTally();
      try {
        for (const job of jobs) {
          for await (const file of oneAhead(filesRead(job, { now: terminal.now, replacesSimulated }))) {
            progress.show(file.name);
            const report = await file.load(db);
            tally.add(report);
            progress.clear();
            print(terminal, report, tally, json);
            progress.step();
          }
        }
        if (tally.count(LoadOutcome.ADDED) > 0) await analyze(db);
        const kept = await keepTouched({ db }, terminal.now);
        if (!json && kept.length > 0) terminal.print(signalsLine(kept));
      } finally {
        progress.clear();
      }
      if (!json && tally.count(...Object.values(LoadOutcome)) > 1) terminal.print(tally.summary());
      return tally.count(LoadOutcome.REFUSED) > 0 ? exitCodes.refused.code : exitCodes.ok.code;
    });
  },
});

async function jobsFor(terminal: Terminal, manifest: string | undefined, said: Said, positionals: readonly string[]): Promise<readonly LoadJob[]> {
  const [source, path] = positionals;
  if (manifest !== undefined) {
    if (positionals.length > 0 || Object.values(said).some((value) => value !== undefined)) {
      throw new InvalidInput('--manifest says all there is to say of its files: nothing goes beside it but --replace-simulated and --json.');
    }
    return manifestJobs(manifest);
  }
  if (source === undefined || path === undefined || positionals.length > 2) {
    throw new InvalidInput('load needs a source and a path (catalyst load SOURCE FILE|DIRECTORY|ARCHIVE.zip|-), or --manifest FILE.');
  }
  return [path === '-' ? inputJob(sourceByKey(source), said, terminal) : await jobAt(sourceByKey(source), path, said)];
}

/** A file that has been read as far as it can be, and what is left to do with it. */
interface FileRead {
  readonly name: string;
  readonly load: (db: Database['db']) => Promise<LoadReport>;
}

async function* filesRead({ source, told, files }: LoadJob, how: Pick<LoadRequest, 'now' | 'replacesSimulated'>): AsyncGenerator<FileRead> {
  for await (const { name, read } of files.each()) {
    const request = { source, fileName: name, told, ...how };
    const bytes = await read();
    if ('refusals' in bytes) {
      yield { name, load: (db) => refuseFile(db, request, bytes.refusals) };
    } else {
      const whole = { ...request, ...bytes };
      const had = readFile(whole);
      yield { name, load: (db) => loadFile(db, whole, had) };
    }
  }
}

function print({ print: line, tell }: Terminal, report: LoadReport, tally: LoadTally, json: boolean): void {
  if (json) return line(JSON.stringify(report));
  const refused = report.outcome === LoadOutcome.REFUSED ? tally.count(LoadOutcome.REFUSED) : 0;
  if (refused > MOST_TOLD + 1) return;
  if (refused === MOST_TOLD + 1) return line(`refused   more than ${MOST_TOLD} files: further ones are counted, and recorded in the table load`);
  for (const text of reportLines(report)) line(text);
  for (const text of refusalLines(report)) tell(`${text}\n`);
}
