import { observationHistory } from '../../store/reads/observationHistory';
import { readJson } from '../readJson';
import type { Book } from './Book';
import { IndicatorBook, type SeriesHistory } from './IndicatorBook';

/** Macro series. The vintage that answers depends on how far back one looks: a series has a book for each reach. */
export const observations: Book<'observations'> = {
  async open(read, needs, days, knowledge) {
    const histories = needs.length === 0 || days.length === 0 ? [] : await readJson<readonly SeriesHistory[]>(read, observationHistory(needs, days, knowledge));
    const books = new Map(needs.map(({ code, days: reach }, i) => [bookKey(code, reach), new IndicatorBook(histories[i] ?? NOTHING, reach)]));
    return (asOf) => ({ observations: (code, reach) => books.get(bookKey(code, reach))?.on(asOf) ?? [] });
  },

  /** A calendar may date values that were told already by the usual lag, to earlier or to later. */
  touchedBy: ({ code }) => [{ kind: 'series', about: code }, { kind: 'releaseDates', about: null, isTimeless: true }],
};

const bookKey = (code: string, reach: number): string => `${code}/${reach}`;

const NOTHING: SeriesHistory = { served: [], values: { observedOn: [], value: [], placeFrom: [], placeUntil: [], knownOn: [], knownOnBasis: [], assumedOn: [], assumedBasis: [] } };
