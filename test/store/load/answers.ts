import type { DataSource } from 'typeorm';
import { TODAY, ask } from '../../support/ask';

/** What a snapshot says of itself. */
export interface ServedSnapshot {
  readonly observedOn: string;
  readonly knownOn: string;
  readonly knownOnBasis: string;
  readonly provenOn: string;
  readonly positions: number;
  readonly totalMarketValue: number | null;
  readonly holdings: { readonly totalCount: number; readonly totalWeight: number };
}

interface Standing {
  readonly asOf?: string;
  readonly knowledge?: 'ANY' | 'PROVEN';
  readonly on?: string;
}

const SNAPSHOT = `
  query ($symbol: String!, $asOf: Date, $knowledge: Knowledge!, $on: Date) {
    etf(symbol: $symbol, asOf: $asOf, knowledge: $knowledge) {
      snapshot(on: $on) {
        observedOn knownOn knownOnBasis provenOn positions totalMarketValue
        holdings { totalCount totalWeight }
      }
    }
  }`;

/** The snapshot that the graph serves of a fund; null where none was known. */
export async function served(db: DataSource, symbol: string, { asOf = TODAY, knowledge = 'ANY', on }: Standing = {}): Promise<ServedSnapshot | null> {
  const { result } = await ask(db, SNAPSHOT, { symbol, asOf, knowledge, on: on ?? null });
  const data = result.data as { readonly etf: { readonly snapshot: ServedSnapshot | null } | null } | null | undefined;
  return data?.etf?.snapshot ?? null;
}

/** The number of the newest load that added something, as every answer tells it. */
export async function dataVersion(db: DataSource): Promise<string> {
  const { result } = await ask(db, '{ etf(symbol: "IWM") { symbol } }');
  return (result.extensions?.data as { readonly version: string }).version;
}
