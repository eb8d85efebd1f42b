/** A ticker as the SEC writes it; undefined for what is none. */
export const parseSecTicker = (text: string): string | undefined => (/^[A-Z0-9][A-Z0-9./-]{0,19}$/.test(text) ? text : undefined);

export const SEC_TICKER_EXPECTED = 'a ticker such as BRK-B';
