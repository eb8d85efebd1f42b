import { isUtf8 } from 'node:buffer';
import { SourceFormat } from '../domain/errors';

const NAMESPACE = 'urn:schemas-microsoft-com:office:spreadsheet';
const CELL_DATA = /(<((?:\w+:)?)Data\b(?:[^>]*[^>/])?>)([^]*?)(<\/\2Data>)/g;

/**
 * The text of a workbook in the XML of 2003 (SpreadsheetML), made good. iShares serves such files as `.xls`, with one or
 * more byte order marks, bare ampersands, and pieces of HTML within its disclaimers.
 *
 * @throws {SourceFormat} if it is none, or ends before the workbook does.
 */
export function spreadsheetXml(source: string, bytes: Buffer): string {
  if (bytes.length === 0) throw SourceFormat.whole(source, 'the file is empty');
  const text = isUtf8(bytes) ? new TextDecoder().decode(bytes).replace(/^[\ufeff\s]+/, '') : '';
  const [root = '', prefix = ''] = /<((?:\w+:)?)Workbook\b[^>]*>/.exec(text.slice(0, 10_000)) ?? [];
  if (!text.startsWith('<') || !root.includes(NAMESPACE)) {
    throw SourceFormat.whole(source, 'expected a workbook (.xls or .xlsx), found something else');
  }
  if (!text.trimEnd().endsWith(`</${prefix}Workbook>`)) {
    throw SourceFormat.whole(source, 'the workbook was cut off before its end');
  }
  return text.replace(CELL_DATA, (_all, open: string, _prefix, data: string, close: string) => {
    const content = withoutMarkUp(data);
    return content.trim() === '' ? '' : `${open}${content}${close}`;
  });
}

/**
 * A cell's text without mark-up; the package takes bare ampersands for what they are. An empty cell has to lose its
 * element: as a number it would be read as 0.
 */
const withoutMarkUp = (data: string): string => data.replace(/<\/?[a-z][^<>]*>/gi, '').replaceAll('<', '&lt;');
