#!/usr/bin/env node
import { prepare } from './prepare.mjs';

process.exitCode = prepare() || (await run());

async function run() {
  const { main } = await import('../dist/src/cli/main.js');
  return main(process.argv.slice(2));
}
