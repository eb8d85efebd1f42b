import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import type { Reads } from '../../graph/context';
import { type Execution, execute } from '../../graph/planner/execute';
import { type TableVersions, tableVersions, tablesOf } from '../../store/tableVersions';
import type { AnswerStore, KeptAnswer } from './AnswerStore';
import { type AnswerKeys, answerKeys } from './answerKeys';
import { recording } from './recording';
import { Shared } from './Shared';

/** Where an answer came from: kept, found just now, or found with no look at what is kept. */
type Found = 'HIT' | 'MISS' | 'BYPASS';

export interface Answered {
  readonly result: ExecutionResult;
  readonly found: Found;
}

/** How long, and how often, one process waits for the answer that another has claimed to find. */
const WAIT_MS = 2_000;
const LOOK_EVERY_MS = 20;

/** Answers about today are of no use after it. */
const A_DAY_S = 26 * 3_600;

/**
 * Keeps answers, and never gives one that a load has made old: beside each stand the versions of the tables that it was read from, and
 * Postgres is asked for these each time. They are read before the answer is, so that what is kept under a version is at least as
 * new as it. One question that many ask at once is answered once.
 */
export class AnswerCache {
  private readonly flights = new Map<string, Promise<Answered>>();
  private readonly versions = new WeakMap<Reads, Shared<TableVersions | undefined>>();

  /** @param salt What else decides an answer: the schema and the program. */
  constructor(
    private readonly store: AnswerStore,
    private readonly salt: string,
  ) {}

  async answer(asked: Execution): Promise<Answered> {
    const keys = answerKeys(asked, this.salt);
    const versions = await this.versionsNow(asked.contextValue.reader);
    if (versions === undefined) return { result: await execute(asked), found: 'BYPASS' };

    // What is kept is looked at after the versions are known, and what is under way after that: whoever ended in between has kept it.
    const hit = await this.kept(keys, versions);
    if (hit !== undefined) return hit;
    const flight = `${keys.today}:${digestOf(versions)}`;
    const running = this.flights.get(flight);
    if (running !== undefined) return running;
    const found = this.find(asked, versions, keys, flight).finally(() => this.flights.delete(flight));
    this.flights.set(flight, found);
    return found;
  }

  /** The versions of all tables; undefined where Postgres cannot tell. Asked once for all requests that come at once. */
  private versionsNow(reader: Reads): Promise<TableVersions | undefined> {
    const shared = this.versions.get(reader) ?? new Shared(() => tableVersions((statement) => reader.read(statement)).catch(() => undefined));
    this.versions.set(reader, shared);
    return shared.get();
  }

  /** A kept answer of which no table has changed. */
  private async kept({ always, today }: AnswerKeys, versions: TableVersions): Promise<Answered | undefined> {
    return stillTrue(await this.store.get([always, today]), versions);
  }

  /** Finds an answer, or waits a while for another process that does. */
  private async find(asked: Execution, versions: TableVersions, keys: AnswerKeys, flight: string): Promise<Answered> {
    for (let waited = 0; waited < WAIT_MS && !(await this.store.claim(flight)); waited += LOOK_EVERY_MS) {
      await pause(LOOK_EVERY_MS);
      const hit = await this.kept(keys, versions);
      if (hit !== undefined) return hit;
    }
    try {
      return await this.ask(asked, versions, keys);
    } finally {
      await this.store.release(flight);
    }
  }

  /** Asks Postgres, and keeps the answer if nothing is wrong with it. */
  private async ask(asked: Execution, versions: TableVersions, { always, today }: AnswerKeys): Promise<Answered> {
    const texts: string[] = [];
    const contextValue = { ...asked.contextValue, reader: recording(asked.contextValue.reader, (text) => texts.push(text)) };
    const result = await execute({ ...asked, contextValue });
    if (result.errors === undefined && result.data !== undefined) {
      const tables = tablesOf(texts.join(' '), versions);
      const kept: KeptAnswer = { result, versions: Object.fromEntries(tables.map((table) => [table, versions.of[table] ?? ''])) };
      const { isSettled } = (result.extensions as { readonly data: { readonly isSettled: boolean } }).data;
      await this.store.set(isSettled ? always : today, kept, isSettled ? null : A_DAY_S);
    }
    return { result, found: 'MISS' };
  }
}

const digestOf = ({ of }: TableVersions): string => createHash('sha256').update(JSON.stringify(of)).digest('base64url');

/** The first of the kept answers of which no table has changed, under the data version of now if it has one: what describes the schema has none. */
function stillTrue(kept: readonly (KeptAnswer | undefined)[], versions: TableVersions): Answered | undefined {
  const found = kept.find((one) => one !== undefined && Object.entries(one.versions).every(([table, version]) => versions.of[table] === version));
  if (found === undefined) return undefined;
  const { result } = found;
  const { data } = result.extensions as { readonly data: { readonly version: string | null } };
  const version = data.version === null ? null : versions.data;
  return { result: { ...result, extensions: { ...result.extensions, data: { ...data, version } } }, found: 'HIT' };
}
