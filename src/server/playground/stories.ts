import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../store/projectFolder';

/** A question that the playground shows a first-time visitor, ready to be asked. */
export interface Story {
  /** The name of its files: `1-what-is-iwm`. */
  readonly key: string;
  /** One named operation, under comments that explain it. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const folder = join(projectFolder(), 'playground', 'stories');

/** All of them, in the order of their tabs: `KEY.graphql`, each with its variables in `KEY.json`. */
export function readStories(): readonly Story[] {
  const keys = readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => name.replace(/\.graphql$/, ''));
  return keys.sort().map((key) => ({
    key,
    query: readFileSync(join(folder, `${key}.graphql`), 'utf8'),
    variables: JSON.parse(readFileSync(join(folder, `${key}.json`), 'utf8')) as Story['variables'],
  }));
}
