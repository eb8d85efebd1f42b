import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SourceFormat } from '../../src/domain/errors';
import type { Reports } from '../../src/sources/defineSource';
import { sources } from '../../src/sources/sources';
import { fixturesOf } from './fixtures';

const WEB_PAGE = '<!DOCTYPE html>\n<html><head><title>Ticker,Name</title></head><body>Please accept.</body></html>\n';

/** What each report, and each day of one, is about. */
const aboutsOf = ({ holdings = [], valuations = [], constituents = [], companyFacts = [], companies = [], tickers = [], filings = [], estimates = [], baskets = [], closes = [], corporateActions = [], series = [], releaseDates = [] }: Reports): readonly string[] => [
  ...holdings.map(({ fund, observedOn }) => `holdings of ${fund} on ${observedOn}`),
  ...valuations.flatMap(({ fund, days }) => days.map(({ observedOn }) => `valuation of ${fund} on ${observedOn}`)),
  ...companyFacts.map(({ cik }) => `figures of ${cik}`),
  ...companies.map(({ cik }) => `names of ${cik}`),
  ...tickers.map(({ cik, observedOn }) => `tickers of ${cik ?? 'all'} on ${observedOn}`),
  ...closes.flatMap(({ symbol, closes: kind, days }) => days.map(({ observedOn }) => `${kind} close of ${symbol} on ${observedOn}`)),
  ...corporateActions.flatMap(({ symbol, actions }) => actions.map(({ kind, observedOn }) => `${kind} of ${symbol} on ${observedOn}`)),
  ...filings.map(({ cik }) => `filings of ${cik}`),
  ...baskets.flatMap(({ lines }) => lines.map(({ basket, symbol, from, knownOn }) => `${symbol} in ${basket} from ${from}, known ${knownOn}`)),
  ...estimates.flatMap(({ lines }) => lines.map(({ ticker, periodEnd, observedOn, knownOn }) => `estimate of ${ticker} for ${periodEnd} on ${observedOn}, known ${knownOn}`)),
  ...series.map(({ series: code }) => `series ${code}`),
  ...releaseDates.flatMap(({ fredRelease, days }) => days.map((day) => `release ${fredRelease} on ${day}`)),
  ...constituents.map(({ index, observedOn }) => `constituents of ${index} on ${observedOn}`),
];

describe.each([...sources.values()])('the source $key', (source) => {
  const fixtures = fixturesOf(source.key);

  it('has a fixture', () => {
    expect(fixtures.length).toBeGreaterThan(0);
  });

  describe.each(fixtures)('given $folder', ({ folder, bytes, told }) => {
    it('reads as recorded', () => {
      const read = `${JSON.stringify(source.read(bytes, told), null, 2)}\n`;
      const recorded = join(folder, 'rows.json');
      if (process.env['UPDATE'] === '1') writeFileSync(recorded, read);
      expect(read).toBe(readFileSync(recorded, 'utf8'));
    });

    it('reads alike twice, and reports each fund or index and day once', () => {
      const { reports } = source.read(bytes, told);
      expect(source.read(bytes, told).reports).toEqual(reports);
      const abouts = aboutsOf(reports);
      expect(abouts.length).toBeGreaterThan(0);
      expect(abouts).toEqual([...new Set(abouts)]);
    });

    it.each([
      ['nothing', Buffer.alloc(0)],
      ['spaces', Buffer.from('\ufeff \r\n\u00a0\n')],
      ['half of itself', bytes.subarray(0, bytes.length / 2)],
      ['a web page', Buffer.from(WEB_PAGE)],
      ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x54, 0x00])],
    ])('refuses %s', (_what, refused) => {
      expect(() => source.read(refused, told)).toThrow(SourceFormat);
    });
  });
});
