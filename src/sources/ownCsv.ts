import type { Source } from './defineSource';

/** What all CSV files of one's own have in common, each documented under its source's key. */
export const ownCsv = (key: string) =>
  ({
    key,
    publisher: 'own file',
    documentation: `docs/${key}.md`,
    terms: 'Whatever the origin of your file allows.',
    files: /\.csv$/i,
  }) satisfies Partial<Source>;
