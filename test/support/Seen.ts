import type { IsoDate } from '../../src/domain/isoDate';
import type { Knowledge } from '../../src/domain/knowledge';

/** A cursor that an answer gave, and the question that it is good for. */
export interface SeenCursor {
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly asOf: IsoDate;
  readonly knowledge: Knowledge;
  readonly cursor: string;
}

/** What earlier answers gave that later questions may use: ids, and cursors with their questions. */
export class Seen {
  readonly ids = new Set<string>();
  /** How often each field was asked: `Etf.name`. */
  readonly asked = new Map<string, number>();
  private readonly cursors = new Map<string, Map<string, SeenCursor>>();

  /** Takes note of an answer. Their order within it does not matter, so that one seed is one run. */
  note(ids: readonly string[], cursors: readonly SeenCursor[]): void {
    for (const id of [...ids].sort()) this.ids.add(id);
    for (const seen of [...cursors].sort((a, b) => (a.cursor < b.cursor ? -1 : 1))) {
      const place = placeOf(seen.field, seen.asOf, seen.knowledge);
      const there = this.cursors.get(place) ?? new Map<string, SeenCursor>();
      this.cursors.set(place, there.set(seen.cursor, seen));
    }
  }

  /** The cursors that a field gave to a reader who stood there. */
  cursorsOf(field: string, asOf: string, knowledge: string): readonly SeenCursor[] {
    return [...(this.cursors.get(placeOf(field, asOf, knowledge))?.values() ?? [])];
  }
}

const placeOf = (field: string, asOf: string, knowledge: string): string => [field, asOf, knowledge].join(' ');
