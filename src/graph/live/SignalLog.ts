import { InvalidInput } from '../../domain/errors';
import { lastReadingOf, signalChangesAfter } from '../../store/reads/signalChanges';
import { EventLog, type LiveEvent, PAGE, type Page } from './EventLog';
import { refuseUnborn } from './refuseUnborn';

/** A signal that came to read otherwise. The cursor after it is the data version that it was told from, and the number of the reading. */
export interface SignalEvent extends LiveEvent {
  readonly key: string;
}

interface Row {
  readonly id: number;
  readonly loadId: number;
  readonly key: string;
}

/** What signals came to read otherwise than before, as it was computed after loads. */
export class SignalLog extends EventLog<SignalEvent> {
  /** A data version stands for the place after all that was computed from it: whoever has an answer of that version has seen as much. */
  async placeOf(cursor: string | null): Promise<number> {
    const [, load, reading] = /^(\d{1,15})(?:\.(\d{1,15}))?$/.exec(cursor ?? '') ?? [];
    if (cursor !== null && load === undefined) throw new InvalidInput(`'after' is '${cursor}': expected a cursor as an event has it, or a data version.`);
    const { version, json } = await this.json(lastReadingOf(load === undefined || reading !== undefined ? null : Number(load)));
    if (cursor !== null) refuseUnborn(cursor, Number(load), version);
    if (cursor === null || reading === undefined) return Number(json);
    refuseUnborn(cursor, Number(reading), Number(json));
    return Number(reading);
  }

  protected async read(place: number): Promise<Page<SignalEvent>> {
    const { json } = await this.json(signalChangesAfter(place, PAGE));
    const { upTo, events } = JSON.parse(json) as Page<Row>;
    return { upTo, events: events.map(({ id, loadId, key }) => ({ id, key, cursor: `${loadId}.${id}` })) };
  }
}
