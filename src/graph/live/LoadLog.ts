import { InvalidInput } from '../../domain/errors';
import type { FactKind } from '../../domain/FactKind';
import { loadsAfter } from '../../store/reads/loads';
import { sql } from '../../store/sql';
import { EventLog, type LiveEvent, PAGE, type Page } from './EventLog';
import { refuseUnborn } from './refuseUnborn';

/** A load that added something. Its number is the data version that it brought, and the cursor after it. */
export interface LoadEvent extends LiveEvent {
  readonly kinds: readonly FactKind[];
}

/** The loads that have added something. */
export class LoadLog extends EventLog<LoadEvent> {
  async placeOf(cursor: string | null): Promise<number> {
    const { version } = await this.json(sql`SELECT 1`);
    if (cursor === null) return version;
    if (!/^\d{1,15}$/.test(cursor)) throw new InvalidInput(`'after' is '${cursor}': expected a cursor as an event has it, or a data version.`);
    refuseUnborn(cursor, Number(cursor), version);
    return Number(cursor);
  }

  protected async read(place: number): Promise<Page<LoadEvent>> {
    const { json } = await this.json(sql`SELECT coalesce(json_agg(l), '[]') FROM (${loadsAfter(place, PAGE)}) l`);
    const events = (JSON.parse(json) as readonly Omit<LoadEvent, 'cursor'>[]).map((load) => ({ ...load, cursor: String(load.id) }));
    return { events, upTo: events.at(-1)?.id ?? place };
  }
}
