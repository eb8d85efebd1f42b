import type { MegaCaps, Regime } from './regimes';

/** What a regime does to markets, to profits and to the economy; rates are yearly, as fractions unless said otherwise. */
export interface Climate {
  readonly marketDrift: number;
  readonly marketVolatility: number;
  /** Where the profits of small companies tend to, 1 being their usual level. */
  readonly smallProfits: number;
  readonly largeProfits: number;
  /** Growth of real output, per cent. */
  readonly growth: number;
  /** Core inflation, per cent. */
  readonly inflation: number;
  /** Where the unemployment rate tends to, per cent, and by how much of a point it gets there in a month. */
  readonly unemployment: number;
  readonly unemploymentStep: number;
  /** New jobs a month, thousand. */
  readonly payrolls: number;
  /** Where weekly claims tend to. */
  readonly claims: number;
  /** Where the Chicago Fed's index tends to. */
  readonly conditions: number;
  /** The two-year yield over the funds rate, points: what the market expects. */
  readonly twoYearSpread: number;
  /** Moves of the target range in each month of the regime, in points; none after the last. */
  readonly moves: readonly number[];
}

export const climates: Readonly<Record<Regime, Climate>> = {
  EXPANSION: {
    marketDrift: 0.08, marketVolatility: 0.12, smallProfits: 1, largeProfits: 1,
    growth: 1.7, inflation: 2.3, unemployment: 4, unemploymentStep: 0.05, payrolls: 110, claims: 225_000,
    conditions: -0.15, twoYearSpread: 0.3, moves: [],
  },
  OVERHEATING: {
    marketDrift: 0.07, marketVolatility: 0.13, smallProfits: 1, largeProfits: 1.05,
    growth: 3.2, inflation: 4.4, unemployment: 3.6, unemploymentStep: 0.06, payrolls: 230, claims: 208_000,
    conditions: -0.4, twoYearSpread: 0.7, moves: [0, 0, 0.25, 0, 0, 0.25],
  },
  TIGHTENING: {
    marketDrift: -0.02, marketVolatility: 0.17, smallProfits: 0.8, largeProfits: 1,
    growth: 1.5, inflation: 4.1, unemployment: 3.65, unemploymentStep: 0.04, payrolls: 110, claims: 220_000,
    conditions: 0.1, twoYearSpread: 0.5, moves: [0.25, 0.25, 0, 0.5, 0.25, 0, 0.25],
  },
  SOFT_LANDING: {
    marketDrift: 0.12, marketVolatility: 0.11, smallProfits: 1.3, largeProfits: 1.05,
    growth: 2.6, inflation: 2.1, unemployment: 3.7, unemploymentStep: 0.04, payrolls: 165, claims: 212_000,
    conditions: -0.5, twoYearSpread: -0.9, moves: [0, -0.25, 0, -0.25, -0.25, 0, -0.25, -0.25, 0, -0.25, -0.25],
  },
  RECESSION: {
    marketDrift: -0.25, marketVolatility: 0.3, smallProfits: 0.2, largeProfits: 0.75,
    growth: -2.6, inflation: 1.2, unemployment: 7, unemploymentStep: 0.4, payrolls: -380, claims: 410_000,
    conditions: 1.1, twoYearSpread: -0.4, moves: [0, -0.5, -0.75, -0.5],
  },
  RECOVERY: {
    marketDrift: 0.2, marketVolatility: 0.17, smallProfits: 0.9, largeProfits: 0.95,
    growth: 4.2, inflation: 1.8, unemployment: 4.6, unemploymentStep: 0.25, payrolls: 380, claims: 250_000,
    conditions: -0.1, twoYearSpread: 0.3, moves: [],
  },
};

/** What becomes of the seven largest: drift of their prices over the market's a year, and where their profits tend to. */
export const megaClimates: Readonly<Record<MegaCaps, { readonly drift: number; readonly profits: number }>> = {
  CALM: { drift: 0, profits: 1 },
  EXUBERANCE: { drift: 0.2, profits: 1.35 },
  UNWIND: { drift: -0.45, profits: 1 },
};

/** How much more small companies return than large ones, a year, while a rotation is under way. */
export const ROTATION_STRENGTH = 0.18;

/** After how many sessions of both catalysts a rotation begins, and of neither or one it ends. */
export const ROTATION_LAG = 21;

/** What small companies return more than large ones, a year, in exuberance. */
export const EXUBERANCE_COST = -0.06;

/** What every price grows by in the long run, and all prices in a market in which nothing predicts anything. */
export const TREND = 0.06;

/** Yearly volatility of a market in which nothing predicts anything. */
export const NULL_VOLATILITY = 0.16;
