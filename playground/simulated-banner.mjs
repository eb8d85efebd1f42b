/** `<simulated-banner>`: says that data are invented where any that the graph serves are; else it hides itself. */

const GRAPH = new URL('../../../graphql', import.meta.url);

/** @typedef {{ readonly data?: { readonly dataStatus?: readonly { readonly isSimulated: boolean }[] | null } | null }} Answer */

class SimulatedBanner extends HTMLElement {
  async connectedCallback() {
    this.hidden = !(await isAnySimulated());
    if (this.hidden) return;
    const command = document.createElement('code');
    command.textContent = 'npx catalyst load --replace-simulated';
    this.setAttribute('role', 'status');
    this.replaceChildren('The data here are invented until you load real files: ', command, ' takes them.');
  }
}

async function isAnySimulated() {
  const response = await fetch(GRAPH, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'query IsSimulated { dataStatus { isSimulated } }' }),
  });
  const { data } = /** @type {Answer} */ (await response.json());
  return data?.dataStatus?.some(({ isSimulated }) => isSimulated) === true;
}

customElements.define('simulated-banner', SimulatedBanner);
