/** The page itself: GraphiQL over this server's graph, with the stories as a first visit's tabs. */

const GRAPH = new URL('../../../graphql', import.meta.url);
const STORIES = new URL('stories.json', import.meta.url);
const INTROSPECTION = 'IntrospectionQuery';

/** @typedef {{ readonly query: string, readonly variables: Readonly<Record<string, unknown>> }} Story */
/** @typedef {{ readonly data?: unknown }} Answer */
/** @typedef {{ readonly query: string, readonly operationName?: string | null, readonly variables?: unknown }} Question */
/** @typedef {{ readonly kind: string, readonly operation?: string, readonly name?: { readonly value: string } }} Definition */
/** @typedef {{ readonly headers?: Readonly<Record<string, string>>, readonly documentAST?: { readonly definitions: readonly Definition[] } }} Options */

/**
 * Answers a question as GraphiQL has it; a subscription again and again, until the visitor stops it.
 * @param {Question} question
 * @param {Options} [options]
 */
function ask({ query, operationName: said, variables }, { headers, documentAST } = {}) {
  const operationName = isNamedIn(query, said) ? said : undefined;
  return isSubscription(documentAST?.definitions ?? [], operationName) ? live.iterate({ query, operationName, variables }) : post({ query, operationName, variables }, headers);
}

const live = graphqlWs.createClient({ url: GRAPH.href.replace('http', 'ws') });

/**
 * @param {readonly Definition[]} definitions
 * @param {string | null | undefined} name
 */
const isSubscription = (definitions, name) => {
  const operations = definitions.filter(({ kind }) => kind === 'OperationDefinition');
  return (operations.find((one) => one.name?.value === name) ?? operations[0])?.operation === 'subscription';
};

/**
 * Posts a question, with the headers that the visitor typed.
 * @param {Question} question
 * @param {Readonly<Record<string, string>>} [headers]
 * @returns {Promise<Answer>}
 */
async function post({ query, operationName, variables }, headers) {
  const response = await fetch(GRAPH, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, operationName, variables }),
  });
  const answer = /** @type {Answer} */ (await response.json());
  if (operationName === INTROSPECTION) tellWhetherDescribed(answer);
  return answer;
}

/**
 * Whether a document has an operation of that name. GraphiQL learns the names a moment after a tab is opened: asked
 * before, it still sends the name that the last tab had.
 * @param {string} query
 * @param {string | null | undefined} name
 */
const isNamedIn = (query, name) =>
  name != null && new RegExp(`(?:query|mutation|subscription)\\s+${name}\\b`).test(query.replace(/#.*/g, ''));

/** @param {Answer} answer to the introspection query */
function tellWhetherDescribed({ data }) {
  const notice = document.getElementById('undescribed');
  if (notice !== null) notice.hidden = Boolean(data);
}

/** @param {Story} story */
const asTab = ({ query, variables }) => ({ query, variables: JSON.stringify(variables, null, 2) });

/**
 * Writes down for GraphiQL which tab a first-time visitor stands on. Otherwise it lacks the variables of the first of
 * its default tabs, and adds that tab once more when the page is opened again.
 * @param {readonly ReturnType<typeof asTab>[]} tabs
 */
function standOnFirst([first]) {
  if (first === undefined || localStorage.getItem('graphiql:tabState') !== null) return;
  localStorage.setItem('graphiql:query', first.query);
  localStorage.setItem('graphiql:variables', first.variables);
}

/** @param {readonly ReturnType<typeof asTab>[]} tabs */
function show(tabs) {
  standOnFirst(tabs);
  // What GraphiQL's dialogs read before they add a style.
  window.__webpack_nonce__ = document.getElementsByName('style-nonce')[0]?.nonce ?? '';
  const wordmark = React.createElement('span', { className: 'wordmark' }, 'Catalyst Graph');
  const graphiql = React.createElement(
    GraphiQL,
    {
      fetcher: ask,
      introspectionQueryName: INTROSPECTION,
      defaultTabs: tabs,
      defaultEditorToolsVisibility: 'variables',
      shouldPersistHeaders: false,
    },
    React.createElement(GraphiQL.Logo, null, wordmark),
  );
  ReactDOM.createRoot(document.getElementById('playground')).render(graphiql);
}

const stories = /** @type {readonly Story[]} */ (await (await fetch(STORIES)).json());
show(stories.map(asTab));
