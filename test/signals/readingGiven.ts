import { isoDate } from '../../src/domain/isoDate';
import type { Definition } from '../../src/signals/defineSignal';
import { Evaluation } from '../../src/signals/Evaluation';
import { MissingReason } from '../../src/domain/MissingReason';
import type { Reading } from '../../src/signals/Reading';
import { stateOf } from '../../src/signals/State';
import { noFacts } from './noFacts';

/** The score of a part, with what else of it a composite may want to know. */
export interface GivenPart {
  readonly score: number | null;
  readonly details?: unknown;
  readonly isHindsight?: boolean;
}

const AS_OF = isoDate('2024-09-10');

/** What a composite reads of parts whose scores are given by their keys; a part that is not given lacks data. */
export function readingGiven<Details>(composite: Definition<Details>, parts: Readonly<Record<string, GivenPart>>): Reading<Details> {
  return new Given(composite, parts).reading(composite);
}

class Given extends Evaluation {
  constructor(
    private readonly composite: Definition,
    private readonly parts: Readonly<Record<string, GivenPart>>,
  ) {
    super(noFacts(AS_OF));
  }

  override reading<Details>(definition: Definition<Details>): Reading<Details> {
    if (definition.key === this.composite.key) return super.reading(definition);
    return partAs(definition.key, this.parts[definition.key] ?? { score: null }) as Reading<Details>;
  }
}

const partAs = (key: string, { score, details = null, isHindsight = false }: GivenPart): Reading => ({
  ...{ key, version: 1, asOf: AS_OF, value: score, score, state: stateOf(score), sentence: '', isPartial: false, isHindsight, terms: [], evidence: [], knownOnBasis: null, details },
  missing: score === null ? [{ input: key, reason: MissingReason.NOT_KNOWN_YET, text: `nothing of ${key} was known` }] : [],
  leaves: score === null ? [] : [{ signal: key, term: 'all', weight: 1, score, contribution: score }],
});
