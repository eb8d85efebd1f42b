import type { Random } from './Random';

const WOODS = [
  ...['ALDER', 'ASPEN', 'BALSAM', 'BANYAN', 'BAOBAB', 'BIRCH', 'BUCKEYE', 'CATALPA', 'CEDAR', 'CHESTNUT', 'CYPRESS', 'DOGWOOD', 'EBONY'],
  ...['ELM', 'FIR', 'GINKGO', 'HAZEL', 'HEMLOCK', 'HICKORY', 'HOLLY', 'HORNBEAM', 'IRONWOOD', 'JUNIPER', 'KATSURA', 'LARCH', 'LINDEN'],
  ...['MADRONE', 'MAPLE', 'MESQUITE', 'MULBERRY', 'NUTMEG', 'OAK', 'OSAGE', 'PAWPAW', 'PECAN', 'PERSIMMON', 'PINE', 'POPLAR', 'QUINCE'],
  ...['ROWAN', 'SASSAFRAS', 'SEQUOIA', 'SPRUCE', 'SUMAC', 'SYCAMORE', 'TEAK', 'TUPELO', 'ULMO', 'VIBURNUM', 'WALNUT', 'WILLOW', 'YEW', 'ZELKOVA'],
];

/** Sectors as iShares names them, each with what companies there are called and their industry at the SEC. */
export const sectors = [
  { name: 'Industrials', words: ['TOOLS', 'FREIGHT', 'PUMPS', 'VALVES', 'RAILCARS'], sic: '3560', industry: 'General Industrial Machinery & Equipment' },
  { name: 'Health Care', words: ['THERAPEUTICS', 'DIAGNOSTICS', 'SURGICAL', 'VACCINES', 'HOSPITALS'], sic: '2834', industry: 'Pharmaceutical Preparations' },
  { name: 'Financials', words: ['BANK', 'INSURANCE', 'TRUST', 'CREDIT', 'THRIFT'], sic: '6022', industry: 'State Commercial Banks' },
  { name: 'Information Technology', words: ['SOFTWARE', 'CHIPS', 'SENSORS', 'ROUTERS', 'CLOUDS'], sic: '7372', industry: 'Services-Prepackaged Software' },
  { name: 'Consumer Discretionary', words: ['HOMES', 'SHOES', 'HOTELS', 'TOYS', 'DINERS'], sic: '1531', industry: 'Operative Builders' },
  { name: 'Energy', words: ['ENERGY', 'DRILLING', 'PIPELINES', 'SOLAR', 'COAL'], sic: '1311', industry: 'Crude Petroleum & Natural Gas' },
  { name: 'Real Estate', words: ['REALTY', 'OFFICES', 'STORAGE', 'MALLS', 'TIMBER'], sic: '6798', industry: 'Real Estate Investment Trusts' },
  { name: 'Consumer Staples', words: ['FOODS', 'SOAPS', 'DAIRIES', 'BAKERIES', 'FARMS'], sic: '2000', industry: 'Food and Kindred Products' },
  { name: 'Materials', words: ['METALS', 'PAINTS', 'CEMENT', 'GLASS', 'PAPER'], sic: '3310', industry: 'Steel Works, Blast Furnaces & Rolling & Finishing Mills' },
  { name: 'Utilities', words: ['WATER', 'GRIDS', 'GAS', 'POWER', 'HYDRO'], sic: '4941', industry: 'Water Supply' },
  { name: 'Communication', words: ['MEDIA', 'RADIO', 'STUDIOS', 'CABLES', 'PRESS'], sic: '4841', industry: 'Cable & Other Pay Television Services' },
] as const;

export type Sector = (typeof sectors)[number];

/** A name that nobody takes for a company's: `ALDER TOOLS SIMULATED INC`. */
export const simulatedName = (wood: string, word: string): string => `${wood} ${word} SIMULATED INC`;

/** A wood for the company of that number, and for companies of a number beyond the woods one of several. */
export function woodFor(ordinal: number): string {
  const round = Math.floor((ordinal - 1) / WOODS.length);
  return `${WOODS[(ordinal - 1) % WOODS.length]}${round === 0 ? '' : ` ${round + 1}`}`;
}

export const wordFor = (sector: Sector, random: Random): string => random.pick(sector.words);
