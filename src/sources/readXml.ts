import { parser as saxParser, type QualifiedAttribute } from 'sax';
import { SourceFormat } from '../domain/errors';
import { utf8Text } from './readText';

/** An element with what it holds. Prefixes of names are left out, and so is what is no element, attribute or text. */
export interface XmlElement {
  readonly name: string;
  /** 1-based line of the file on which its opening tag ends. */
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children and without spaces around it. */
  readonly text: string;
}

interface XmlShape {
  readonly source: string;
  /** The name of the outermost element. */
  readonly root: string;
  /** Path of the elements, from the outermost by `/`, that are many: each is handed over and then forgotten. */
  readonly each: string;
  readonly take: (element: XmlElement) => void;
}

interface Open extends XmlElement {
  readonly path: string;
  readonly children: XmlElement[];
  text: string;
}

/**
 * The outermost element of a file, without those that were handed over; of a submission to EDGAR with its header, that
 * of its first document. A document type declaration is passed over: no entity that it declares is expanded, within the
 * file or from elsewhere, and the use of one is refused.
 *
 * @throws {SourceFormat} with the line, if the file is not well-formed XML in UTF-8 or its outermost element is another.
 */
export function readXml(bytes: Buffer, { source, root, each, take }: XmlShape): XmlElement {
  const text = withoutEnvelope(utf8Text(source, bytes, 'XML'));
  const parser = saxParser(true, STRICT);
  const open: Open[] = [];
  let outermost: XmlElement | undefined;
  const refuse = (reason: string): never => {
    throw new SourceFormat(source, [{ line: parser.line + 1, column: null, reason }]);
  };

  parser.onopentag = (tag) => {
    const name = localName(tag.name);
    const parent = open.at(-1);
    if (outermost !== undefined) refuse(`expected the end of the file, found <${name}>`);
    if (parent === undefined && name !== root) refuse(`expected <${root}>, found <${name}>`);
    const written: Readonly<Record<string, string | QualifiedAttribute>> = tag.attributes;
    const attributes = new Map(Object.entries(written).map(([key, value]) => [localName(key), textOf(value).trim()]));
    const path = parent === undefined ? name : `${parent.path}/${name}`;
    open.push({ name, path, line: parser.line + 1, attributes, children: [], text: '' });
  };
  parser.onclosetag = () => {
    const closed = open.pop();
    if (closed === undefined) return;
    closed.text = closed.text.trim();
    if (closed.path === each) take(closed);
    else open.at(-1)?.children.push(closed);
    if (open.length === 0) outermost = closed;
  };
  parser.ontext = parser.oncdata = (part) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  };
  parser.onerror = ({ message }) => {
    const within = open.at(-1);
    const isCut = message.startsWith('Unclosed root tag') && within !== undefined;
    refuse(isCut ? `the file ends within <${within.name}>: it was cut off` : `not XML: ${message.split('\n')[0]}`);
  };

  parser.write(text).close();
  return outermost ?? refuse(`expected <${root}>, found no element`);
}

/** The document of a submission to EDGAR as text, which stands between lines `<XML>` and `</XML>`, on its own lines; or all. */
function withoutEnvelope(text: string): string {
  const [before] = /^\s*(?:-----BEGIN PRIVACY|<SEC-DOCUMENT>)[^]*?\n<XML>\r?\n/.exec(text) ?? [];
  if (before === undefined) return text;
  const [document = ''] = text.slice(before.length).split('\n</XML>');
  return before.replaceAll(/[^\n]/g, '') + document;
}

const textOf = (value: string | QualifiedAttribute): string => (typeof value === 'string' ? value : value.value);

/** Without the second, entities of HTML would be read as well. */
const STRICT = { position: true, strictEntities: true };

/** `isin` of `nport:isin`. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The element at a path below another, by `/`; the first where there are several. */
export const elementAt = (from: XmlElement | undefined, path: string): XmlElement | undefined =>
  path.split('/').reduce<XmlElement | undefined>((at, name) => at?.children.find((child) => child.name === name), from);
