/** The middle of some numbers; of an even count the upper one. */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Below which a quarter of some numbers lie: of times, how long it takes while nothing else is in the way. */
export const quick = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 4)];
