import type { Export } from './defineExport';
import { exportKinds } from './exportKinds';
import { STANDING, type Parameters } from './parameters';

/** Every kind of export with its parameters and columns, in Markdown. */
export const exportsTable = (): string => [parametersTable('Every export takes', STANDING), ...[...exportKinds.values()].map(kindTable)].join('\n\n');

const kindTable = ({ key, meaning, parameters, columns }: Export): string => {
  const rows = Object.entries(columns).map(([name, { kind, meaning: said }]) => `| \`${name}\` | ${kind} | ${said} |`);
  return [`### \`${key}\``, meaning, parametersTable('It takes', parameters), ['| column | holds | meaning |', '|---|---|---|', ...rows].join('\n')].join('\n\n');
};

const parametersTable = (head: string, parameters: Parameters): string =>
  [`| ${head} | expected | meaning |`, '|---|---|---|', ...Object.entries(parameters).map(([name, { expected, meaning }]) => `| \`${name}\` | ${expected} | ${meaning} |`)].join('\n');
