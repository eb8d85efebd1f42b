import type { PoolClient } from 'pg';
import type { IsoDate } from '../../../domain/isoDate';
import { type NamedLine, securityKeys } from '../../../domain/securityKey';
import { type TickerChange, tickerChanges } from '../../../domain/tickerChanges';
import { copyLine, copyLines } from '../copyLines';
import { countStaged, stageTable } from '../stageTable';

/** What a line says of a security. */
export interface WordedLine extends NamedLine {
  readonly sector: string | null;
  readonly country: string | null;
  readonly exchange: string | null;
  /** Of the issuer, at the SEC. */
  readonly cik: string | null;
}

/**
 * The wordings of a load's lines, each once and numbered as it comes by: so a line only points to its wording,
 * and what is worded is looked up once however many lines say it.
 */
export class Wordings {
  private readonly numbers = new Map<string, number>();

  /** The number of each line's wording, in order; `changes` say what its tickers mean on that day. */
  numbersOf(observedOn: IsoDate, lines: readonly WordedLine[], changes: readonly TickerChange[] = tickerChanges): readonly number[] {
    const listings = securityKeys(observedOn, lines, changes);
    return lines.map((line, i) => this.numberOf(listings[i] ?? '', line));
  }

  /** Sends them into the temporary table `staged_wording`, which goes when the transaction ends. */
  async stage(client: PoolClient): Promise<void> {
    await stageTable(client, 'staged_wording', COLUMNS);
    await copyLines(client, 'staged_wording', this.copied());
    await countStaged(client, 'staged_wording', this.numbers.size);
  }

  private numberOf(listing: string, { assetClass, ticker, name, sector, country, exchange, identifiers, cik }: WordedLine): number {
    const { cusip, isin, lei } = identifiers;
    const wording = copyLine([listing, assetClass, ticker, name, sector, country, exchange, cusip, isin, lei, cik]);
    const number = this.numbers.get(wording) ?? this.numbers.size;
    this.numbers.set(wording, number);
    return number;
  }

  private *copied(): Generator<string> {
    for (const [wording, number] of this.numbers) yield `${number}\t${wording}`;
  }
}

const COLUMNS = `
  wording integer, listing text COLLATE "C", asset_class text,
  symbol text COLLATE "C", name text COLLATE "C", sector text COLLATE "C", country text COLLATE "C", exchange text COLLATE "C",
  cusip text COLLATE "C", isin text COLLATE "C", lei text COLLATE "C", cik text COLLATE "C"`;
