import { csvHeader } from '../../csvLines';
import type { Format } from '../Format';

const NOTHING = new Uint8Array();

const csv: Format = {
  key: 'csv',
  contentType: 'text/csv; charset=utf-8; header=present',
  writer: (columns) =>
    Promise.resolve({
      begin: () => Buffer.from(csvHeader(columns)),
      write: (_, asCsv) => asCsv,
      end: () => NOTHING,
    }),
};

export default csv;
