/** Compares what a document has between `<!-- name -->` and `<!-- /name -->` with what it should have there. */
export function expectSection(document: string, name: string, expected: string): void {
  const [, section] = new RegExp(`<!-- ${name} -->\n([\\s\\S]*?)\n?<!-- /${name} -->`).exec(document) ?? [];
  expect(section).toBe(expected);
}
