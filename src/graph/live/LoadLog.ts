import { CatalystError, InvalidInput } from '../../domain/errors';
import type { FactKind } from '../../domain/FactKind';
import { loadsAfter } from '../../store/reads/loads';
import { type Sql, write } from '../../store/sql';
import type { Reads } from '../context';
import type { Bell } from './Bell';

/** Something that has happened: where one goes on after it, and what is told of it. */
export interface LiveEvent {
  readonly cursor: string;
}

/** A load that added something. Its number is the data version that it brought. */
export interface LoadEvent extends LiveEvent {
  readonly id: number;
  readonly kinds: readonly FactKind[];
}

/** Most events that are read at once. */
const PAGE = 100;

/**
 * The loads that have added something. They are rows that stay, so whoever knows a data version can be told all that came after it: there is no
 * queue, and nobody who is slow, or was away, loses any or makes anybody keep some for him.
 */
export class LoadLog {
  private pages = new Map<number, Promise<readonly LoadEvent[]>>();
  private pagesOf = -1;

  constructor(
    private readonly reads: Pick<Reads, 'read'>,
    private readonly bell: Bell,
  ) {}

  /** The loads after a data version, without end. */
  async *after(version: number, signal: AbortSignal): AsyncGenerator<LoadEvent, void> {
    let at = version;
    while (!signal.aborted) {
      const heard = this.bell.rung;
      const page = await this.page(at, heard);
      for (const event of page) {
        yield event;
        at = event.id;
      }
      if (page.length < PAGE) await this.bell.next(heard, signal);
    }
  }

  /**
   * The data version that a cursor stands for; that of now where it is null.
   * @throws {InvalidInput} for what is no data version, or one that there has not been yet.
   */
  async versionAt(cursor: string | null): Promise<number> {
    const { version } = await this.reads.read({ text: 'SELECT 1', values: [] });
    if (cursor === null) return Number(version);
    if (!/^\d{1,15}$/.test(cursor)) throw new InvalidInput(`'after' is '${cursor}': expected a cursor as an event has it, or a data version.`);
    if (Number(cursor) > Number(version)) throw new InvalidInput(`'after' is '${cursor}', of what has not been yet: the data version is ${version}. These are other data; ask anew.`);
    return Number(cursor);
  }

  /** Read once for all that wait at one place. */
  private page(at: number, heard: number): Promise<readonly LoadEvent[]> {
    if (heard !== this.pagesOf) this.pages = new Map();
    this.pagesOf = heard;
    const page = this.pages.get(at) ?? this.read(loadsAfter(at, PAGE));
    this.pages.set(at, page);
    return page;
  }

  private async read(loads: Sql): Promise<readonly LoadEvent[]> {
    const values: unknown[] = [];
    const text = `SELECT coalesce(json_agg(l), '[]') FROM (${write(loads, values)}) l`;
    try {
      const { json } = await this.reads.read({ text, values });
      return (JSON.parse(json) as readonly Omit<LoadEvent, 'cursor'>[]).map((load) => ({ ...load, cursor: String(load.id) }));
    } catch (error) {
      // Postgres is away: what happens meanwhile is still there when the bell rings next.
      if (error instanceof CatalystError) return [];
      throw error;
    }
  }
}
