import { isoDate } from '../../src/domain/isoDate';
import nport from '../../src/sources/definitions/nport';
import { aPosition, nportText } from './nportFile';
import { nportReasons, nportRefusals, nportReport, TOLD } from './readNport';
import { refusalsOf } from './refusalsOf';

describe('the fund and day of an N-PORT filing', () => {
  it('are those of its series, whatever that is called', () => {
    const general = { seriesId: 'S000004344', seriesName: 'Renamed Fund' };
    expect(nportReport(nportText({ general }), {})).toMatchObject({ fund: 'IWM', fundName: 'Renamed Fund' });
    expect(nportReasons({ general }, { fund: 'IWO' })).toEqual(['the file is about "Renamed Fund", not about IWO as was told']);
  });

  it('are those of the registrant, where that is no series of a trust', () => {
    const general = { seriesId: 'N/A', seriesName: 'N/A', regName: 'SPDR S&amp;P 500 ETF TRUST', regCik: '884394' };
    expect(nportReport(nportText({ general }), {})).toMatchObject({ fund: 'SPY', fundName: 'SPDR S&P 500 ETF TRUST' });
  });

  it('are those of a trust that became a series only later, by its number at the SEC', () => {
    const general = { seriesId: null, seriesName: 'N/A', regName: 'Renamed Trust', regCik: '0001067839' };
    expect(nportReport(nportText({ general }), { fund: 'QQQ' })).toMatchObject({ fund: 'QQQ', fundName: 'Renamed Trust' });
    expect(nportReasons({ general: { ...general, regCik: '0001100663' } }, { fund: 'IWM' })).toEqual([
      'the file is about "Renamed Trust", not about IWM as was told',
    ]);
  });

  it('go by the name, where the filing has no number', () => {
    expect(nportReport(nportText({ general: { seriesId: null, regCik: null, seriesName: 'ISHARES RUSSELL 2000 ETF' } }), {}).fund).toBe('IWM');
  });

  it('are asked for where they are not said', () => {
    expect(nportReasons({}, {})).toEqual(['the file does not say which fund "Imagined Small Companies ETF" is: tell it, as in --fund IWM']);
    expect(nportReasons({ general: { repPdDate: null } })).toEqual(['the file does not say which day: tell it, as in --observed-on 2024-09-27']);
  });

  it('are refused where a shipped fund is told of another series', () => {
    expect(nportReasons({}, { fund: 'iwm' })).toEqual(['the file is about "Imagined Small Companies ETF", not about IWM as was told']);
    expect(nportReasons({ general: { seriesName: 'iShares Russell 2000 ETF' } }, { fund: 'IWM' })).toEqual(['the file is about "iShares Russell 2000 ETF", not about IWM as was told']);
  });

  it('are refused where another day is told, or none can be read', () => {
    expect(nportReasons({}, { ...TOLD, observedOn: isoDate('2024-11-30') })).toEqual(['the file is about 2024-12-31, not about 2024-11-30 as was told']);
    expect(nportRefusals({ general: { repPdDate: '12/31/2024' } })).toEqual([
      { line: 4, column: 'genInfo/repPdDate', reason: 'expected a day written YYYY-MM-DD, found "12/31/2024"' },
    ]);
  });
});

describe('an N-PORT filing that cannot be read', () => {
  it('is refused with the line and place of each fault, all at once', () => {
    expect(nportRefusals({ positions: [aPosition({ valUSD: '5e3' }), aPosition({ name: null, title: 'N/A', pctVal: '50 %' })] }).slice(0, 3)).toEqual([
      { line: 15, column: 'invstOrSec[1]/valUSD', reason: 'expected a number, found "5e3"' },
      { line: 22, column: 'invstOrSec[2]/name', reason: 'expected a name, found nothing' },
      { line: 31, column: 'invstOrSec[2]/pctVal', reason: 'expected a number, found "50 %"' },
    ]);
  });

  it.each([
    ['47.49', '94.98'],
    ['57.51', '115.02'],
  ])('is refused if two positions weigh %s %% each', (pctVal, total) => {
    const positions = [aPosition({ pctVal }), aPosition({ pctVal })];
    expect(nportReasons({ positions })).toEqual([`the filing: the weights sum to ${total} %, outside 95 to 115 %: lines are missing, or too many`]);
  });

  it('is refused without a position, without a weight at all, and if some lack a weight and others a value', () => {
    expect(nportReasons({ positions: [] })).toEqual(['the filing: there is no position']);
    expect(nportReasons({ positions: [aPosition({ pctVal: 'N/A' })] })).toEqual(['no position has a pctVal, and so nothing shows whether all are here']);
    expect(nportReasons({ positions: [aPosition({ pctVal: null }), aPosition({ valUSD: null, pctVal: '100' })] })).toEqual([
      'the filing: neither is every market value given (1 lack it, first on line 21) nor every weight (1 lack it, first on line 6)',
    ]);
  });

  it('is refused if it is another form, another document, or two', () => {
    expect(nportRefusals({ form: 'N-CEN' })).toEqual([{ line: 2, column: 'submissionType', reason: 'expected a form NPORT-P, found "N-CEN"' }]);
    expect(refusalsOf(() => nport.read(Buffer.from('<feed/>'), TOLD))).toEqual([{ line: 1, column: null, reason: 'expected <edgarSubmission>, found <feed>' }]);
    expect(refusalsOf(() => nport.read(Buffer.from(`${nportText()}\n<edgarSubmission/>`), TOLD))[0]?.reason).toBe('expected the end of the file, found <edgarSubmission>');
  });

  it('is refused wherever it is cut', () => {
    const bytes = Buffer.from(nportText());
    for (let end = 0; end < bytes.length; end += 5) {
      expect({ end, refusals: refusalsOf(() => nport.read(bytes.subarray(0, end), TOLD)).length }).toEqual({ end, refusals: 1 });
    }
    expect(refusalsOf(() => nport.read(bytes.subarray(0, 700), TOLD))[0]?.reason).toMatch(/^the file ends within <\w+>: it was cut off$/);
  });

  it('expands no entity that it declares itself, neither from its own text nor from a file', () => {
    const doctype = '<!DOCTYPE edgarSubmission [<!ENTITY own "Alpha"><!ENTITY file SYSTEM "file:///etc/hostname">]>';
    expect(nportReport(nportText({ prolog: doctype })).lines).toHaveLength(2);
    for (const entity of ['&own;', '&file;', '&nbsp;']) {
      expect(nportRefusals({ prolog: doctype, positions: [aPosition({ name: entity })] })).toEqual([{ line: 7, column: null, reason: 'not XML: Invalid character entity' }]);
    }
  });
});
