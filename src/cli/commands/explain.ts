import { InvalidInput, NotFound } from '../../domain/errors';
import { signals } from '../../signals/signals';
import { defineCommand } from '../defineCommand';
import { explainHoldings } from '../explain/explainHoldings';
import { explainSignal } from '../explain/explainSignal';

export default defineCommand({
  key: 'explain',
  summary: 'Explain what a signal says and by what evidence, or what a fund bought, sold and let drift between two days.',
  usage: [
    'soft-landing [--basket mag7] [--benchmark IWM/SPY] [--as-of 2025-12-01] [--knowledge ANY|PROVEN] [--first 20] [--json]',
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
    basket: { type: 'string' },
    benchmark: { type: 'string' },
    first: { type: 'string', default: '20' },
    json: { type: 'boolean', default: false },
  },
  run(terminal, options, [topic, symbol, ...more]) {
    if (topic === undefined || more.length > 0 || (topic === 'holdings') !== (symbol !== undefined)) throw new InvalidInput(NEEDS);
    const ofSignals = (['basket', 'benchmark'] as const).find((option) => options[option] !== undefined);
    if (topic === 'holdings' && ofSignals !== undefined) throw new InvalidInput(`--${ofSignals} is for signals: explain holdings takes --from, --to, --as-of, --knowledge, --kinds, --first and --json.`);
    if (topic === 'holdings') return explainHoldings(terminal, String(symbol).toUpperCase(), options);
    if (!signals.has(topic)) throw new NotFound('topic', topic, ['holdings', ...signals.keys()]);
    const ofHoldings = (['from', 'to', 'kinds'] as const).find((option) => options[option] !== undefined);
    if (ofHoldings !== undefined) throw new InvalidInput(`--${ofHoldings} is for holdings: explain ${topic} takes --basket, --benchmark, --as-of, --knowledge, --first and --json.`);
    return explainSignal(terminal, topic, options);
  },
});

const NEEDS = "explain needs a signal's key, as in catalyst explain soft-landing, or a ticker after holdings, as in catalyst explain holdings IWM.";
