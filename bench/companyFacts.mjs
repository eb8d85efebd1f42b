/** Generated answers of companyfacts: invented companies in the SEC's format, alike for the same number on every machine. */

/** Concepts that are passed over beside those that are kept: of the facts a twentieth is kept then, as of five real files (3 to 6 %). */
const PASSED_OVER = 120;
const FIRST_YEAR = 2009;

/**
 * The text of one company's file: 17 years of quarterly and annual reports.
 * @param {number} number Which company, from 1; its CIK.
 * @param {number} passedOver How many concepts there are beside those that are kept.
 */
export function companyFacts(number, passedOver = PASSED_OVER) {
  const cik = 1_000_000 + number;
  const facts = { NetIncomeLoss: [], EarningsPerShareDiluted: [], Revenues: [], WeightedAverageNumberOfDilutedSharesOutstanding: [] };
  const cover = [];
  const others = Array.from({ length: passedOver }, () => []);
  for (let quarter = 0; quarter < 68; quarter += 1) {
    const filing = filingOf(cik, quarter);
    for (const ago of [4, 0]) {
      const about = quarter - ago;
      if (about < 0) continue;
      const spans = filing.fp === 'Q1' ? [1] : filing.fp === 'FY' ? [4] : [1, filing.number];
      for (const quarters of spans) report(facts, number, about, quarters, filing);
      others.forEach((list, i) => list.push(fact(about, 1, amount(number * 7 + i, about), filing)));
    }
    cover.push(`{"end":"${endOf(quarter)}","val":${shares(number)},${filing.text}}`);
  }
  const usd = (list) => `{"label":"A label","description":"A description of some length, as the taxonomy gives it.","units":{"USD":[${list.join(',')}]}}`;
  const perShare = `{"label":"A label","description":"","units":{"USD/shares":[${facts.EarningsPerShareDiluted.join(',')}]}}`;
  const average = `{"label":"A label","description":"","units":{"shares":[${facts.WeightedAverageNumberOfDilutedSharesOutstanding.join(',')}]}}`;
  const rest = others.map((list, i) => `"PassedOver${i}":${usd(list)}`).join(',');
  return `{"cik":${cik},"entityName":"SIMULATED COMPANY ${number}","facts":{"dei":{"EntityCommonStockSharesOutstanding":{"label":"","description":"","units":{"shares":[${cover.join(',')}]}}},"us-gaap":{"EarningsPerShareDiluted":${perShare},"NetIncomeLoss":${usd(facts.NetIncomeLoss)},"Revenues":${usd(facts.Revenues)},"WeightedAverageNumberOfDilutedSharesOutstanding":${average},${rest}}}}`;
}

function report(facts, number, about, quarters, filing) {
  const income = sum(quarters, (i) => amount(number, about - i));
  facts.NetIncomeLoss.push(fact(about, quarters, income, filing));
  facts.Revenues.push(fact(about, quarters, sum(quarters, (i) => 5_000_000 + Math.abs(amount(number + 3, about - i))), filing));
  facts.EarningsPerShareDiluted.push(fact(about, quarters, Math.round((income / shares(number)) * 100) / 100, filing));
  facts.WeightedAverageNumberOfDilutedSharesOutstanding.push(fact(about, quarters, shares(number), filing));
}

const fact = (quarter, quarters, value, { text }) => `{"start":"${startOf(quarter - quarters + 1)}","end":"${endOf(quarter)}","val":${value},${text}}`;

function filingOf(cik, quarter) {
  const number = (quarter % 4) + 1;
  const year = FIRST_YEAR + Math.floor(quarter / 4);
  const fp = number === 4 ? 'FY' : `Q${number}`;
  const filed = addDays(endOf(quarter), number === 4 ? 55 : 38);
  const accession = `${String(cik).padStart(10, '0')}-${String(year % 100).padStart(2, '0')}-${String(quarter).padStart(6, '0')}`;
  return { fp, number, text: `"accn":"${accession}","fy":${year},"fp":"${fp}","form":"${number === 4 ? '10-K' : '10-Q'}","filed":"${filed}","frame":"CY${year}Q${number}"` };
}

const startOf = (quarter) => new Date(Date.UTC(FIRST_YEAR, quarter * 3, 1)).toISOString().slice(0, 10);
const endOf = (quarter) => new Date(Date.UTC(FIRST_YEAR, quarter * 3 + 3, 0)).toISOString().slice(0, 10);
const addDays = (day, count) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const shares = (number) => 10_000_000 + (number % 97) * 1_000_000;
const amount = (seed, quarter) => ((Math.imul(seed * 2_654_435 + quarter * 40_503, 0x85ebca6b) >>> 8) % 40_000_000) - 8_000_000;
const sum = (count, value) => Array.from({ length: count }, (_, i) => value(i)).reduce((total, one) => total + one, 0);
