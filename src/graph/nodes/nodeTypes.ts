import { basketByKey } from '../../store/reads/baskets';
import { closeByKey, closeKey } from '../../store/reads/closeOf';
import { companyByCik } from '../../store/reads/companies';
import { companyFactByKey, companyFactKey } from '../../store/reads/companyFacts';
import { earningsByKey } from '../../store/reads/earnings';
import { estimateByKey } from '../../store/reads/estimates';
import { etfBySymbol } from '../../store/reads/etfs';
import { filingByKey } from '../../store/reads/filings';
import { holdingByKey } from '../../store/reads/holdings';
import { holdingChangeByKey } from '../../store/reads/holdingChanges';
import { indicatorObservationByKey, indicatorObservationKey } from '../../store/reads/indicatorObservations';
import { indicatorByCode } from '../../store/reads/indicators';
import { indexByCode } from '../../store/reads/indices';
import { releaseDayByKey } from '../../store/reads/releaseDays';
import { releaseByCode } from '../../store/reads/releases';
import { sharedHoldingByKey } from '../../store/reads/overlaps';
import { securityByKey } from '../../store/reads/securities';
import { snapshotByKey } from '../../store/reads/snapshots';
import { valuationByKey, valuationKey } from '../../store/reads/valuations';
import { vintageByKey } from '../../store/reads/vintages';
import type { At } from '../../store/at';
import { type Sql, sql } from '../../store/sql';

/** How nodes of one type are told apart, and found again. */
export interface NodeType {
  /** How many parts its natural key has. */
  readonly parts: number;
  /** The field that is its whole natural key, where one is. */
  readonly keyField?: string;
  /** The natural key of a row; each part a column, or SQL over columns. */
  keyOf(row: object): readonly unknown[];
  /** The row of a key, if it was known at `at`; each part is SQL of type text. */
  find(key: readonly Sql[], at: At): Sql;
}

type AnyRow = Readonly<Record<string, unknown>>;

const nodeType = (parts: number, keyOf: (row: AnyRow) => readonly unknown[], find: NodeType['find']): NodeType => ({
  parts,
  keyOf: (row) => keyOf(row as AnyRow),
  find,
});

/** A type of which one field is the whole natural key. */
const keyedBy = (keyField: string, find: (key: Sql | undefined, at: At) => Sql): NodeType => ({
  ...nodeType(1, (row) => [row[keyField]], ([key], at) => find(key, at)),
  keyField,
});

const keyOfSnapshot = (id: unknown): Sql => sql`(SELECT key FROM snapshot WHERE id = ${id})`;

/** Every type that has an id, by its name in the schema. */
export const nodeTypes: ReadonlyMap<string, NodeType> = new Map([
  ['Etf', keyedBy('symbol', etfBySymbol)],
  ['Index', keyedBy('code', indexByCode)],
  ['Security', keyedBy('key', securityByKey)],
  ['Snapshot', nodeType(1, ({ key }) => [key], ([key], at) => snapshotByKey(key, at))],
  [
    'Holding',
    nodeType(
      2,
      ({ snapshotId, line }) => [keyOfSnapshot(snapshotId), line],
      ([snapshot, line], at) => holdingByKey(snapshot, line, at),
    ),
  ],
  ['Valuation', nodeType(6, valuationKey, valuationByKey)],
  ['HoldingChange', nodeType(3, ({ fromId, toId, securityKey }) => [keyOfSnapshot(fromId), keyOfSnapshot(toId), securityKey], holdingChangeByKey)],
  ['SharedHolding', nodeType(3, ({ snapshotId, otherId, securityKey }) => [keyOfSnapshot(snapshotId), keyOfSnapshot(otherId), securityKey], sharedHoldingByKey)],
  ['Basket', keyedBy('key', basketByKey)],
  ['ClosingPrice', nodeType(7, closeKey, closeByKey)],
  ['Company', keyedBy('cik', companyByCik)],
  ['Earnings', nodeType(3, ({ cik, period, periodEnd }) => [cik, period, periodEnd], earningsByKey)],
  ['EarningsEstimate', nodeType(2, ({ descriptionId, periodMonth }) => [sql`(SELECT listing FROM security_description WHERE id = ${descriptionId})`, periodMonth], estimateByKey)],
  ['Filing', nodeType(2, ({ cik, accession }) => [cik, accession], filingByKey)],
  ['CompanyFact', nodeType(8, companyFactKey, companyFactByKey)],
  ['Indicator', keyedBy('code', indicatorByCode)],
  ['Release', keyedBy('code', releaseByCode)],
  ['ReleaseDay', nodeType(2, ({ releaseCode, releaseOn }) => [releaseCode, releaseOn], releaseDayByKey)],
  ['Vintage', nodeType(3, ({ seriesCode, knownOn, digest }) => [seriesCode, knownOn, digest], vintageByKey)],
  ['Observation', nodeType(5, indicatorObservationKey, indicatorObservationByKey)],
]);
