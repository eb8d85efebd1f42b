import { InvalidInput, NotFound } from '../../domain/errors';
import { defineCommand } from '../defineCommand';
import { explainHoldings } from '../explain/explainHoldings';

/** What can be explained; each tells of the ticker that follows it. */
const topics = new Map([['holdings', explainHoldings]]);

export default defineCommand({
  key: 'explain',
  summary: 'Explain what changed: holdings, what a fund bought, sold and let drift between two days.',
  usage: [
    [
      'holdings IWM --from 2025-05-13 [--to 2025-11-05] [--as-of 2025-12-01] [--knowledge ANY|PROVEN]',
      '[--kinds ADDED,REMOVED] [--first 20] [--json]',
    ].join(' '),
  ],
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    'as-of': { type: 'string' },
    knowledge: { type: 'string', default: 'ANY' },
    kinds: { type: 'string' },
    first: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
  run(terminal, options, [topic, symbol, ...more]) {
    if (topic === undefined || symbol === undefined || more.length > 0) {
      const known = [...topics.keys()].join(', ');
      throw new InvalidInput(`explain needs a topic (${known}) and a ticker, as in catalyst explain holdings IWM.`);
    }
    const explain = topics.get(topic);
    if (explain === undefined) throw new NotFound('topic', topic, [...topics.keys()]);
    return explain(terminal, symbol.toUpperCase(), options);
  },
});
