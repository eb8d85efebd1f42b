import pino, { type Logger } from 'pino';

/** One line of the log, as JSON has it. */
export interface LogLine {
  readonly msg?: string;
  readonly requestId?: string;
  readonly errorId?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly path?: string;
  readonly method?: string;
  readonly isComplete?: boolean;
  readonly err?: { readonly message: string };
}

export interface CapturedLog {
  readonly log: Logger;
  /** All lines until now, parsed. */
  readonly lines: readonly LogLine[];
  /** All lines until now, as they were written. */
  readonly text: () => string;
}

/** A real log at its most talkative, written to memory. */
export function capturedLog(): CapturedLog {
  const texts: string[] = [];
  const lines: LogLine[] = [];
  const write = (text: string): void => {
    texts.push(text);
    lines.push(JSON.parse(text) as LogLine);
  };
  return { log: pino({ level: 'trace', base: null }, { write }), lines, text: () => texts.join('') };
}
