import { SaxesParser } from 'saxes';

/** An element as a strict parser sees it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

/** Reads XML; throws at whatever is not well-formed. */
export function parseXml(text: string): Element {
  const parser = new SaxesParser();
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' };
  const stack = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('text', (words) => {
    const top = stack.at(-1);
    if (top !== undefined) top.text += words;
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(text).close();
  const [element] = root.children;
  if (element === undefined) throw new Error('no element');
  return element;
}

export function* everyElement(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}
