import { copyLine, copyLines } from '../copyLines';
import { type DatedActions, datedActions } from '../corporateActions/datedActions';
import { type Provenance, defineFactKind, factsOfEach } from '../defineFactKind';

/** Each action by itself is new, or was there already. */
export default defineFactKind({
  key: 'corporateActions',
  tables: ['corporate_action'],
  counted: 'corporate_action',

  async prepare(client, request, reports, sha256) {
    const all: DatedActions[] = [];
    for (const report of reports) all.push(await datedActions(client, request, report, sha256));
    return {
      facts: all.map(({ report, actions }) =>
        factsOfEach('corporateActions', report.symbol, actions.map(({ action, ...dated }) => ({ ...dated, observedOn: action.observedOn }))),
      ),
      append: (provenance) => copyLines(client, `corporate_action (${COLUMNS})`, all.flatMap((dated) => lines(dated, provenance))),
    };
  },
});

const COLUMNS = `listing, kind, observed_on, known_on, known_on_basis, proven_on, document_id, load_id, precedence,
  ratio, amount, currency, delisting_return`;

const lines = ({ listing, actions }: DatedActions, { documentId, loadId, precedence }: Provenance): readonly string[] =>
  actions.flatMap(({ action, knownOn, knownOnBasis, provenOn, isNew }) => {
    const { kind, observedOn, ratio, amount, currency, delistingReturn } = action;
    const known = [observedOn, knownOn, knownOnBasis, provenOn, documentId, loadId, precedence];
    return isNew ? [copyLine([listing, kind, ...known, ratio, amount, currency, delistingReturn])] : [];
  });
