/** What of a company's reports is kept, each from one or several concepts of the taxonomies that it files in. */
export enum Measure {
  EPS_DILUTED = 'EPS_DILUTED',
  NET_INCOME = 'NET_INCOME',
  REVENUE = 'REVENUE',
  SHARES_DILUTED = 'SHARES_DILUTED',
  SHARES_OUTSTANDING = 'SHARES_OUTSTANDING',
  SPLIT_RATIO = 'SPLIT_RATIO',
}

export interface MeasureDefinition {
  /** As the SEC's files write it. */
  readonly unit: 'USD' | 'USD/shares' | 'shares' | 'pure';
  /** Taxonomy and concept, the preferred first. */
  readonly concepts: readonly string[];
  /** Which of several that are reported for one span counts: the first of the list, or the largest value that the newest filing gives among the first so many. */
  readonly largestOf: number;
}

/**
 * The concepts that count.
 *
 * Revenue went by other concepts in each era: `SalesRevenueNet` and `SalesRevenueGoodsNet` until the taxonomy of 2018,
 * `RevenueFromContractWithCustomerExcludingAssessedTax` since ASC 606, `Revenues` in both. Where a filer reports several of
 * them for one span, one is the total and the others are parts of it (sales without licence fees, contracts without leases),
 * and which one it is changes from year to year. So the largest counts, of those that the newest filing about the span gives. What includes taxes collected for others, or is net
 * of a bank's interest, is taken only where none of these is given.
 *
 * @source The us-gaap and dei taxonomies of 2009 to 2025, https://xbrl.us/us-gaap
 */
export const measures: Readonly<Record<Measure, MeasureDefinition>> = {
  EPS_DILUTED: {
    unit: 'USD/shares',
    concepts: ['us-gaap:EarningsPerShareDiluted', 'us-gaap:EarningsPerShareBasicAndDiluted'],
    largestOf: 0,
  },
  NET_INCOME: {
    unit: 'USD',
    concepts: ['us-gaap:NetIncomeLoss', 'us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic', 'us-gaap:ProfitLoss'],
    largestOf: 0,
  },
  REVENUE: {
    unit: 'USD',
    concepts: [
      'us-gaap:Revenues',
      'us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax',
      'us-gaap:SalesRevenueNet',
      'us-gaap:SalesRevenueGoodsNet',
      'us-gaap:SalesRevenueServicesNet',
      'us-gaap:RevenueFromContractWithCustomerIncludingAssessedTax',
      'us-gaap:RevenuesNetOfInterestExpense',
    ],
    largestOf: 5,
  },
  SHARES_DILUTED: {
    unit: 'shares',
    concepts: ['us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding', 'us-gaap:WeightedAverageNumberOfShareOutstandingBasicAndDiluted'],
    largestOf: 0,
  },
  SHARES_OUTSTANDING: {
    unit: 'shares',
    concepts: ['dei:EntityCommonStockSharesOutstanding', 'us-gaap:CommonStockSharesOutstanding'],
    largestOf: 0,
  },
  SPLIT_RATIO: {
    unit: 'pure',
    concepts: ['us-gaap:StockholdersEquityNoteStockSplitConversionRatio1'],
    largestOf: 0,
  },
};

/** The measure that a concept in a unit is of; undefined for one that is not kept. */
export const measureOf = (concept: string, unit: string): Measure | undefined => byConcept.get(`${concept} ${unit}`);

const byConcept: ReadonlyMap<string, Measure> = new Map(
  Object.values(Measure).flatMap((measure) => {
    const { concepts, unit } = measures[measure];
    return concepts.map((concept): [string, Measure] => [`${concept} ${unit}`, measure]);
  }),
);
