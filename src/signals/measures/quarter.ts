/** A quarter of trading, in sessions. */
export const QUARTER_SESSIONS = 63;

/** How far back closes must reach for it, in calendar days: 63 sessions never took more than 97, and a close may stand for ten days. */
export const QUARTER_DAYS = 110;
