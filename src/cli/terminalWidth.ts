/** Columns of a terminal that does not say how many it has, and of a file. */
const USUAL_WIDTH = 100;

/** How many columns there are to print on. */
export const terminalWidth = (): number => process.stdout.columns || USUAL_WIDTH;
