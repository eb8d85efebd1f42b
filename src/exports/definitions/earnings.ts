import { checkedCik } from '../../domain/cik';
import { EarningsPeriod } from '../../domain/earnings/EarningsState';
import { InvalidInput } from '../../domain/errors';
import { MissingReason } from '../../domain/MissingReason';
import { refuseUnordered } from '../../graph/fields/refuseUnordered';
import { companyByCik, companyBySymbol } from '../../store/reads/companies';
import { earningsOf } from '../../store/reads/earnings';
import { ciksNear, companiesNear } from '../../store/reads/near';
import { raw, sql } from '../../store/sql';
import { KNOWN, MISSING, date, double, integer, text } from '../columns';
import { defineExport } from '../defineExport';
import { day, oneOf, perhapsNames } from '../parameters';
import { refuseUnknown } from '../refuseUnknown';

export default defineExport({
  key: 'earnings',
  meaning: 'What companies earned, as `Company.earnings` gives it: by company in the order asked, then by the end of the period. Companies are asked for by `symbols` or by `ciks`, one of the two.',
  parameters: {
    symbols: perhapsNames('Tickers, each as `company(symbol)` finds it.', 3_000),
    ciks: perhapsNames('Central Index Keys, with or without leading zeros.', 3_000),
    period: oneOf(EarningsPeriod, EarningsPeriod.QUARTER, 'Which kind of period; transitions stand among the quarters.'),
    from: day('Only periods that end on this day or later.'),
    to: day('Only periods that end on this day or before.'),
  },
  columns: {
    company: text('The ticker or CIK, as it was asked.'),
    cik: text('The Central Index Key, ten digits.'),
    period: text('A fiscal quarter, year, or transition.'),
    periodStart: date('Its first day.'),
    periodEnd: date('Its last day.'),
    fiscalYear: integer('As `Earnings.fiscalYear`.'),
    fiscalQuarter: integer('1 to 4; null of a year and of a transition.'),
    epsDiluted: double('Diluted earnings per share in USD, on the basis of all splits known.'),
    epsGround: text('From what `epsDiluted` is told.'),
    epsReported: double('As the newest filing gives it.'),
    netIncome: double('In USD.'),
    netIncomeGround: text('From what `netIncome` is told.'),
    revenue: double('In USD.'),
    revenueGround: text('From what `revenue` is told.'),
    dilutedShares: double('Weighted average of diluted shares.'),
    sharesGround: text('From what `dilutedShares` is told.'),
    form: text("The filing's form."),
    accession: text("The filing's number at the SEC."),
    ...KNOWN,
    ...MISSING,
  },
  async *rows({ symbols, ciks, period, from, to }, at, { read, batches }) {
    refuseUnordered(from, to, 'a day not before');
    if ((symbols === null) === (ciks === null)) throw new InvalidInput(`Earnings were asked with ${symbols === null ? 'none' : `both`} of 'symbols' and 'ciks': expected one of them.`);
    const find = symbols === null ? (cik: unknown) => companyByCik(cik, at) : (symbol: unknown) => companyBySymbol(symbol, at);
    const asked = symbols ?? (ciks ?? []).map((cik) => checkedCik('ciks', cik));
    await refuseUnknown(read, 'company', asked, find, symbols === null ? ciksNear : (symbol) => companiesNear(symbol, at));
    for (let n = 0; n < asked.length; n += COMPANIES) {
      yield* batches(sql`
        SELECT asked.name, c.cik, e.period, e.start_on::text, e.observed_on::text, e.fiscal_year::text, e.fiscal_quarter::text, e.eps_diluted::float8::text, e.eps_ground,
          e.eps_reported::float8::text, e.net_income::float8::text, e.net_income_ground, e.revenue::float8::text, e.revenue_ground, e.diluted_shares::float8::text,
          e.shares_ground, e.form, e.accession, e.known_on::text, e.known_on_basis, e.proven_on::text,
          CASE WHEN e.cik IS NULL THEN ${MissingReason.NOT_KNOWN_YET}::text END
        FROM unnest(${asked.slice(n, n + COMPANIES)}::text[]) WITH ORDINALITY asked(name, n)
        CROSS JOIN LATERAL (${find(raw('asked.name'))}) c
        LEFT JOIN LATERAL (${earningsOf(raw('c.cik'), { period, from, to }, at)}) e ON TRUE
        ORDER BY asked.n, e.observed_on, e.period`);
    }
  },
});

/** Companies of one query: their earnings are put in order by Postgres. */
const COMPANIES = 50;
