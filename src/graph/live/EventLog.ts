import { CatalystError } from '../../domain/errors';
import { type Sql, write } from '../../store/sql';
import type { Reads } from '../context';
import type { Bell } from './Bell';

/** Something that has happened: its place in the order of its kind, and where one goes on after it. */
export interface LiveEvent {
  readonly id: number;
  readonly cursor: string;
}

/** Events after a place, and the last place that was looked at. */
export interface Page<Event> {
  readonly events: readonly Event[];
  readonly upTo: number;
}

/** Most events that are read at once. */
export const PAGE = 100;

/**
 * Events of one kind. They are rows that stay, so whoever knows a place among them can be told all that came after it: there is no queue, and nobody who is slow,
 * or was away, loses any or makes anybody keep some for him.
 */
export abstract class EventLog<Event extends LiveEvent> {
  private pages = new Map<number, Promise<Page<Event>>>();
  private pagesOf = -1;

  constructor(
    private readonly reads: Pick<Reads, 'read'>,
    private readonly bell: Bell,
  ) {}

  /**
   * The place that a cursor stands for; that of now where it is null.
   * @throws {InvalidInput} for what is no cursor, or one of what has not been yet.
   */
  abstract placeOf(cursor: string | null): Promise<number>;

  /** The events after a place, without end. */
  async *after(place: number, signal: AbortSignal): AsyncGenerator<Event, void> {
    let at = place;
    while (!signal.aborted) {
      const heard = this.bell.rung;
      const { events, upTo } = await this.page(at, heard);
      yield* events;
      at = events.length < PAGE ? upTo : (events.at(-1)?.id ?? upTo);
      if (events.length < PAGE) await this.bell.next(heard, signal);
    }
  }

  /** The first events after a place. */
  protected abstract read(place: number): Promise<Page<Event>>;

  protected async json(query: Sql): Promise<{ readonly version: number; readonly json: string }> {
    const values: unknown[] = [];
    const { version, json } = await this.reads.read({ text: write(query, values), values });
    return { version: Number(version), json };
  }

  /** Read once for all that wait at one place. */
  private page(at: number, heard: number): Promise<Page<Event>> {
    if (heard !== this.pagesOf) this.pages = new Map();
    this.pagesOf = heard;
    const page = this.pages.get(at) ?? this.readOrWait(at);
    this.pages.set(at, page);
    return page;
  }

  private async readOrWait(at: number): Promise<Page<Event>> {
    try {
      return await this.read(at);
    } catch (error) {
      // Postgres is away: what happens meanwhile is still there when the bell rings next.
      if (error instanceof CatalystError) return { events: [], upTo: at };
      throw error;
    }
  }
}
