import type { IsoDate } from '../domain/isoDate';
import type { Knowledge } from '../domain/knowledge';
import type { Definition } from '../signals/defineSignal';
import type { Facts } from '../signals/Facts';
import { observationHistory } from '../store/reads/observationHistory';
import type { Read } from '../store/Reader';
import { IndicatorBook, type SeriesHistory } from './IndicatorBook';
import { needsOf } from './needsOf';
import { readJson } from './readJson';

/** What signals need to be evaluated on each of many days, as known at its end. */
export async function factsOnDays(read: Read, definitions: readonly Definition[], days: readonly IsoDate[], knowledge: Knowledge): Promise<(day: IsoDate) => Facts> {
  const needs = needsOf(definitions);
  const books = await indicatorBooks(read, needs, days, knowledge);
  return (asOf) => ({ asOf, observations: (code, reach) => books.get(bookKey(code, reach))?.on(asOf) ?? [] });
}

/** The vintage that answers depends on how far back one looks: a series has a book for each reach. */
const bookKey = (code: string, reach: number): string => `${code}/${reach}`;

async function indicatorBooks(read: Read, needs: ReturnType<typeof needsOf>, days: readonly IsoDate[], knowledge: Knowledge): Promise<ReadonlyMap<string, IndicatorBook>> {
  const series = needs.map(({ code, days: reach }) => ({ code, days: reach }));
  if (series.length === 0 || days.length === 0) return new Map();
  const histories = await readJson<readonly SeriesHistory[]>(read, observationHistory(series, days, knowledge));
  return new Map(series.map(({ code, days: reach }, i) => [bookKey(code, reach), new IndicatorBook(histories[i] ?? NOTHING, reach)]));
}

const NOTHING: SeriesHistory = { served: [], values: { observedOn: [], value: [], placeFrom: [], placeUntil: [], knownOn: [], knownOnBasis: [], assumedOn: [] } };
