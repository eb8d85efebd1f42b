/**
 * On what ground we say that a fact was known on its `knownOn`, and what the reader asks for.
 * The first four prove it; of the last two, `knownOn` is an assumption and `provenOn` is the day we first read it.
 */
export enum KnownOnBasis {
  ACCEPTED_BY_SEC = 'ACCEPTED_BY_SEC',
  VINTAGE = 'VINTAGE',
  FIRST_SEEN = 'FIRST_SEEN',
  MARKET_CLOSE = 'MARKET_CLOSE',
  RELEASE_CALENDAR = 'RELEASE_CALENDAR',
  LAG_ASSUMED = 'LAG_ASSUMED',
}

/** Which day decides what was known: `knownOn` (ANY) or `provenOn` (PROVEN). */
export enum Knowledge {
  ANY = 'ANY',
  PROVEN = 'PROVEN',
}
