import { weekdayClosures } from '../../domain/nyseCalendar';
import { type Sql, sql } from '../sql';

/** True for days on which the NYSE opened: funds are valued on some others too. `day` is SQL of type date. */
export const isSession = (day: Sql): Sql => sql`(extract(isodow FROM ${day}) < 6 AND ${day} <> ALL (${weekdayClosures}::date[]))`;
