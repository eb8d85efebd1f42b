/**
 * Makes a bare clone runnable: installs the packages of package-lock.json and builds dist/, each unless it is current.
 *
 * What is made is made in a folder of this process' own and then moved to its place, so a killed, failing or second
 * process leaves node_modules/ and dist/ whole. All is said on stderr: stdout belongs to the command.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const MODULES = join(ROOT, 'node_modules');
const DIST = join(ROOT, 'dist');

/** As deep as dist/, so that the paths in source maps stay right when it becomes dist/. */
const WORKSHOP = join(ROOT, `.catalyst-${process.pid}`);

/**
 * @param withDev Whether what only tests and checks need is to be there too; a server starts without these two thirds of the packages.
 * @returns an exit code: 0 when the clone is runnable, 2 on too old a Node, 1 on any other failure.
 */
export function prepare(withDev = false) {
  const { engines } = JSON.parse(read('package.json'));
  if (!isAtLeast(process.versions.node, engines.node)) {
    say(`Node ${engines.node} is needed; this is ${process.versions.node}.`);
    return 2;
  }
  try {
    removeAbandoned();
    if (!isInstalled(withDev)) install(withDev);
    if (!isBuilt()) build();
    return 0;
  } catch (error) {
    say(error.message);
    return 1;
  }
}

function isAtLeast(version, required) {
  const [major, minor] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = required.match(/\d+/g).map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/** npm writes node_modules/.package-lock.json last: what it lists was installed whole. */
function isInstalled(withDev) {
  const installed = packagesOf('node_modules/.package-lock.json');
  const wanted = Object.entries(packagesOf('package-lock.json')).filter(([path, { dev }]) => path !== '' && (withDev || !dev));
  const isThere = ([path, { integrity, optional, devOptional }]) =>
    installed[path] === undefined
      ? optional || devOptional
      : installed[path].integrity === integrity && fs.existsSync(join(ROOT, path, 'package.json'));
  return wanted.length > 0 && wanted.every(isThere);
}

/** None, when the file is lacking or was not written to its end. */
function packagesOf(lockFile) {
  try {
    return JSON.parse(read(lockFile)).packages;
  } catch {
    return {};
  }
}

function install(withDev) {
  say('installing the packages of package-lock.json');
  inWorkshop(() => {
    for (const file of ['package.json', 'package-lock.json', '.npmrc']) {
      fs.copyFileSync(join(ROOT, file), join(WORKSHOP, file));
    }
    // On the command line these win over NODE_ENV, .npmrc files and what an outer `npm start` left in the environment.
    const flags = [withDev ? '--include=dev' : '--omit=dev', '--include=optional', '--no-global', '--no-dry-run', '--package-lock'];
    run(WORKSHOP, 'npm', ['ci', ...flags, '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'], {
      shell: process.platform === 'win32',
      stdio: ['ignore', 'ignore', 2],
    });
    put(join(WORKSHOP, 'node_modules'), MODULES, () => isInstalled(withDev));
  });
}

function isBuilt() {
  const wanted = sources();
  return fs.existsSync(join(DIST, 'built-from')) && read('dist/built-from') === wanted;
}

function build() {
  say('building dist/');
  inWorkshop(() => {
    const builtFrom = sources();
    compileInto(WORKSHOP);
    fs.writeFileSync(join(WORKSHOP, 'built-from'), builtFrom);
    put(WORKSHOP, DIST, isBuilt);
  });
}

/** Each file by itself, without a look at its types: a second, where a whole type check takes a quarter of a minute. */
function compileInto(folder) {
  const installed = createRequire(join(ROOT, 'package.json'));
  const { transformFileSync } = installed('@swc/core');
  const options = { ...installed('./swc.options.cjs'), sourceMaps: true };
  for (const source of sourceFiles().filter((file) => file.endsWith('.ts'))) {
    const compiled = join(folder, source.replace(/\.ts$/, '.js'));
    const { code, map } = transformFileSync(join(ROOT, source), { ...options, sourceFileName: relative(dirname(compiled), join(ROOT, source)) });
    fs.mkdirSync(dirname(compiled), { recursive: true });
    fs.writeFileSync(compiled, `${code}//# sourceMappingURL=${basename(compiled)}.map\n`);
    fs.writeFileSync(`${compiled}.map`, map);
  }
}

/** Differs when a file that the build reads was added, removed or changed; dates would differ in every copy. */
function sources() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'swc.options.cjs', ...sourceFiles()]) {
    hash.update(`${file}\0`).update(read(file)).update('\0');
  }
  return hash.digest('hex');
}

function sourceFiles() {
  const inFolder = (folder) =>
    fs
      .readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
  return ['src', 'migrations'].flatMap(inFolder).sort();
}

function inWorkshop(work) {
  fs.mkdirSync(WORKSHOP);
  try {
    work();
  } finally {
    fs.rmSync(WORKSHOP, { recursive: true, force: true });
  }
}

/** Puts a finished folder in the place of the previous one, unless a second process was faster. */
function put(finished, place, isCurrent) {
  if (isCurrent()) return;
  const previous = `${WORKSHOP}-previous`;
  try {
    if (fs.existsSync(place)) fs.renameSync(place, previous);
    fs.renameSync(finished, place);
  } catch (error) {
    if (!isCurrent()) throw error;
  } finally {
    fs.rmSync(previous, { recursive: true, force: true });
  }
}

/** What a killed process left, be it one that had our number: in a container that is often so. */
function removeAbandoned() {
  for (const name of fs.readdirSync(ROOT)) {
    const [, pid] = /^\.catalyst-(\d+)/.exec(name) ?? [];
    if (pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid)))) {
      fs.rmSync(join(ROOT, name), { recursive: true, force: true, maxRetries: 10 });
    }
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function run(cwd, command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2], ...options });
  if (error !== undefined) throw new Error(`${command} cannot be run: ${error.message}`);
  if (status !== 0) throw new Error(`${command} ${args[0]} failed with ${signal ?? `exit code ${status}`}; see above`);
}

function read(path) {
  return fs.readFileSync(join(ROOT, path), 'utf8');
}

function say(line) {
  process.stderr.write(`catalyst: ${line}\n`);
}

if (process.argv[1] !== undefined && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = prepare(process.argv.includes('--dev'));
}
