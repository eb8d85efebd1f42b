/** What the packages' ready-made scripts put on the page, as far as start.mjs uses it. */

type ReactNode = object | string;
type Component = ((props: never) => ReactNode) | string;

declare const React: { createElement(type: Component, props: object | null, ...children: readonly ReactNode[]): ReactNode };
declare const ReactDOM: { createRoot(place: Element | null): { render(node: ReactNode): void } };
declare const GraphiQL: ((props: never) => ReactNode) & { readonly Logo: Component };

declare const graphqlWs: { createClient(options: { readonly url: string }): { iterate(question: object): AsyncIterable<unknown> } };

interface Window {
  /** Read by react-style-singleton, which the dialogs' scroll lock is made with. */
  __webpack_nonce__?: string;
}

/** What an answer holds is not known before it is looked at. */
interface Body {
  json(): Promise<unknown>;
}
