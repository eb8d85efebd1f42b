import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { projectFolder } from '../../store/projectFolder';
import { readStories } from './stories';

export interface Assets {
  /** Names their bytes: it differs where any of them does, so an address that holds it never changes its meaning. */
  readonly version: string;
  readonly bytesOf: ReadonlyMap<string, Buffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A file of a package, by the way to it from another one of it. */
const inPackage = (file: string, path: string): Buffer => readFileSync(join(dirname(file), path));
const ofOurs = (name: string): readonly [string, Buffer] => [name, readFileSync(join(projectFolder(), 'playground', name))];

/** Everything that the page asks for but the graph itself, read once: GraphiQL as its package ships it, and our own files. */
export function readAssets(): Assets {
  const bytesOf = new Map([
    ['react.js', inPackage(require.resolve('react/package.json'), 'umd/react.production.min.js')],
    ['react-dom.js', inPackage(require.resolve('react-dom/package.json'), 'umd/react-dom.production.min.js')],
    ['graphiql.js', inPackage(require.resolve('graphiql/package.json'), 'graphiql.min.js')],
    ['graphiql.css', inPackage(require.resolve('graphiql/package.json'), 'graphiql.min.css')],
    ['graphql-ws.js', inPackage(require.resolve('graphql-ws'), '../umd/graphql-ws.min.js')],
    ['stories.json', Buffer.from(JSON.stringify(readStories()))],
    ...['page.css', 'icon.svg', 'start.mjs', 'simulated-banner.mjs'].map(ofOurs),
  ]);
  return { version: versionOf(bytesOf), bytesOf };
}

export const typeOf = (name: string): string => TYPES[extname(name)] ?? 'application/octet-stream';

function versionOf(bytesOf: Assets['bytesOf']): string {
  const hash = createHash('sha256');
  for (const [name, bytes] of bytesOf) hash.update(`${name} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex').slice(0, 16);
}
