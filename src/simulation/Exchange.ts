import type { Company } from './Company';
import { CompanyWalk } from './CompanyWalk';
import type { MarketPath } from './MarketPath';
import type { Universe } from './Universe';

/** A place on the exchange: who walks there now, and who comes after. */
interface Place {
  walk: CompanyWalk | null;
  next: Company | null;
  readonly lives: Iterator<Company>;
}

/** All listed companies, side by side on one session. */
export class Exchange {
  session = 0;
  private readonly places: readonly Place[];

  constructor(
    universe: Universe,
    private readonly path: MarketPath,
  ) {
    this.places = Array.from({ length: universe.places }, (_, place) => {
      const lives = universe.livesAt(place);
      return { walk: null, next: following(lives), lives };
    });
    for (const place of this.places) this.enter(place);
  }

  /** Goes on to the next session. @returns The companies that left after the last one. */
  step(): readonly Company[] {
    this.session += 1;
    const left: Company[] = [];
    for (const place of this.places) {
      if (place.walk !== null && place.walk.company.delisted < this.session) {
        left.push(place.walk.company);
        place.walk = null;
      }
      place.walk?.step();
      this.enter(place);
    }
    return left;
  }

  /** Those that trade on this session. */
  *walks(): Generator<CompanyWalk> {
    for (const { walk } of this.places) if (walk !== null) yield walk;
  }

  private enter(place: Place): void {
    if (place.walk !== null || place.next === null || place.next.listed > this.session) return;
    place.walk = new CompanyWalk(place.next, this.path);
    place.next = following(place.lives);
  }
}

function following(lives: Iterator<Company>): Company | null {
  const result = lives.next() as IteratorResult<Company, undefined>;
  return result.done === true ? null : result.value;
}
