/** Goes to the beginning of a terminal's line and empties it. */
export const CLEAR_LINE = '\r\u001b[2K';
