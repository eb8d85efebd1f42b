import { readText } from '../../src/sources/readText';
import { refusalsOf } from './refusalsOf';

const reason = (bytes: Buffer) => refusalsOf(() => readText('a source', bytes)).map((refusal) => refusal.reason);

describe('the text of a file', () => {
  it('has no byte order mark', () => {
    expect(readText('a source', Buffer.from('\ufeff"name",weight'))).toBe('"name",weight');
  });

  it('is refused in another encoding than UTF-8', () => {
    expect(reason(Buffer.from('name\nCafé', 'latin1'))).toEqual(['expected text in UTF-8, found other bytes']);
    expect(readText('a source', Buffer.from('name\nCafé'))).toBe('name\nCafé');
  });

  it('is refused where there is none, and where it is a web page', () => {
    expect(reason(Buffer.from('\ufeff \r\n\u00a0'))).toEqual(['the file is empty']);
    expect(reason(Buffer.from('\n<html>'))).toEqual(['expected CSV, found a web page or XML']);
  });
});
