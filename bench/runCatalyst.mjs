import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a command of the project to its end, and samples the most memory that its process ever held (Linux). */
export async function runCatalyst(...args) {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(project, 'bin/catalyst.mjs'), ...args], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
  let [peak, printed] = [0, ''];
  child.stdout.on('data', (chunk) => (printed = (printed + chunk).slice(-2_000)));
  const sample = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
    } catch {
      // The process has ended between two samples.
    }
  }, 100);
  const code = await new Promise((ended) => child.once('exit', ended));
  clearInterval(sample);
  if (code !== 0) throw new Error(`catalyst ${args.join(' ')} ended with ${code}: ${printed}`);
  return { seconds: Math.round((performance.now() - begun) / 100) / 10, peakMegabytes: Math.round(peak / 1_024), last: printed.trim().split('\n').at(-1) };
}
