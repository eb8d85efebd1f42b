import { variables } from './config';

/** Every environment variable, as a table in Markdown. */
export function configTable(): string {
  const rows = Object.entries(variables).map(
    ([name, { default: usual, expected, meaning }]) => `| \`${name}\` | ${usual} | ${expected} | ${meaning} |`,
  );
  return ['| variable | default | holds | meaning |', '|---|---|---|---|', ...rows].join('\n');
}
