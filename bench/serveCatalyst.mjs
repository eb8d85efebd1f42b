import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** A server as a process of its own, on a free port: the process and its address, `http://127.0.0.1:1234`. */
export async function serveCatalyst(environment) {
  const child = spawn(process.execPath, [join(project, 'bin/catalyst.mjs'), 'serve'], { cwd: project, env: { ...environment, PORT: '0', LOG_LEVEL: 'error' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const address = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const [, found] = /^graph +(http:\/\/\S+)\/graphql$/m.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The server ended: ${said}`)));
  });
  return { child, address };
}
