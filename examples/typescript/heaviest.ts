import { GraphQLClient } from 'graphql-request';
import { HeaviestDocument } from './questions';

/** The heaviest positions of a fund as they were known on each of some days, a line each; what is missing says why. */
async function heaviest(address: string, symbol: string, days: readonly string[]): Promise<readonly string[]> {
  const client = new GraphQLClient(address);
  const answers = await Promise.all(days.map((asOf) => client.request(HeaviestDocument, { symbol, asOf, first: 3 })));
  return answers.flatMap(({ etf }, i) => {
    if (!etf?.snapshot) return [`${days[i]} ${symbol}: ${etf?.missing.find(({ field }) => field === 'snapshot')?.reason ?? 'no such fund'}`];
    const { observedOn, holdings } = etf.snapshot;
    const lines = holdings.nodes.map(({ weight, security }) => `  ${(weight * 100).toFixed(2)} % ${security.name}`);
    return [`${days[i]} ${etf.name}, ${holdings.totalCount} positions of ${observedOn}`, ...lines];
  });
}

const [address = 'http://127.0.0.1:4000/graphql', symbol = 'IWM', ...days] = process.argv.slice(2);
heaviest(address, symbol, days).then(
  (lines) => process.stdout.write(`${lines.join('\n')}\n`),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
