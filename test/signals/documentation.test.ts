import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition } from '../../src/signals/defineSignal';
import { signals } from '../../src/signals/signals';
import { expectSection } from '../support/sections';

const document = readFileSync(join(__dirname, '../../docs/signals.md'), 'utf8');

const rows = (header: readonly string[], lines: readonly (readonly (string | number)[])[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `| ${header.join(' | ')} |`, `|${'---|'.repeat(header.length)}`, ...lines.map((cells) => `| ${cells.join(' | ')} |`)];

/** What a definition says of itself, as a chapter. */
function chapter({ key, version, role, title, text, formula, unit, references, anchors, weights, inputs }: Definition): string {
  const shares = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const read = Object.values(inputs).map(({ name, maxAge }) => [`\`${name}\``, maxAge === null ? '-' : maxAge]);
  return [
    `### ${key}`,
    '',
    `${title}. ${text}`,
    '',
    `- value: ${formula} (${unit})`,
    `- role: ${role}, version ${version}`,
    ...references.map((reference) => `- ${reference}`),
    ...rows(['part', 'weight', 'share'], Object.entries(weights).map(([part, weight]) => [part, weight, `${Math.round((1000 * weight) / shares) / 10} %`])),
    ...rows(['term', 'at', 'scores', 'since'], Object.entries(anchors).flatMap(([term, points]) => points.map(([value, score, reason]) => [term, value, score, reason]))),
    ...rows(['reads', 'at most so old, in days'], read),
  ].join('\n');
}

describe('docs/signals.md', () => {
  it('has a chapter of each signal, as its definition is', () => {
    expectSection(document, 'signals', [...signals.values()].map(chapter).join('\n\n'));
  });
});
