import { execFileSync, spawnSync } from 'node:child_process';

/** Debian's Python with SciPy and statsmodels, where they are: the other implementation that statistics are held against. */
const PYTHON = '/usr/bin/python3';

const isThere = spawnSync(PYTHON, ['-c', 'import scipy, statsmodels']).status === 0;

/** Tests against SciPy and statsmodels; where these are lacking, their name says so and they do not run. */
export function describeAgainstPython(name: string, tests: () => void): void {
  if (isThere) describe(name, tests);
  else if (process.env.CI_REQUIRES_PYTHON === '1') it(name, () => Promise.reject(new Error('SciPy and statsmodels are lacking: apt-get install python3-statsmodels')));
  else describe.skip(`${name} (not run: Debian's python3-statsmodels is not here)`, tests);
}

/** What a script prints as JSON, given the input as JSON on its standard input as `given`. */
export function python(script: string, given: unknown): unknown {
  const program = `import json, sys\nimport numpy as np\ngiven = json.load(sys.stdin)\n${script}`;
  return JSON.parse(execFileSync(PYTHON, ['-c', program], { input: JSON.stringify(given), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));
}
