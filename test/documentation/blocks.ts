import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(__dirname, '../../docs');

/** A block of code, and the file of docs/ in which it stands. */
export interface Block {
  readonly name: string;
  readonly text: string;
}

/** All blocks of a language, by files in their order. */
export const blocksIn = (language: string): readonly Block[] =>
  readdirSync(docs)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => [...readFileSync(join(docs, name), 'utf8').matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => ({ name, text })));

/** The commands of blocks of `sh`, one by one, as they are typed. */
export const commandsIn = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap(({ name, text }) => text.trim().split(/(?<!\\)\n/).map((command) => ({ name, text: command })));
