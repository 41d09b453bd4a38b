/** A small reader of well-formed XML, for files that other programs wrote: elements, their texts and attributes, nothing else. */

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly in it, without that of its children. */
  text: string;
  readonly children: Element[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined || hex !== undefined) {
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return entities[String(name)] ?? whole;
  });
}

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!(?:[^>[]|\[[^\]]*\])*>|<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/g;
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function attributesIn(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(attribute)) {
    attributes[name] = unescaped(double ?? single ?? '');
  }
  return attributes;
}

/** Deeper than this no list of goods goes; a file that does is no such list. */
const deepest = 60;

/** The root element, or null when the text is no XML, or is broken off. Entities of its own are not followed. */
export function readXml(text: string): Element | null {
  const root: Element = { name: '', attributes: {}, text: '', children: [] };
  const open: Element[] = [root];
  for (const found of text.matchAll(token)) {
    const [, cdata, closing, name, rest = '', selfClosing, plain] = found;
    const inside = open.at(-1);
    if (inside === undefined) return null;
    if (cdata !== undefined) inside.text += cdata;
    else if (plain !== undefined) inside.text += unescaped(plain);
    else if (name !== undefined && closing === '/') {
      if (open.length < 2 || inside.name !== name) return null;
      open.pop();
    } else if (name !== undefined) {
      const element: Element = { name, attributes: attributesIn(rest), text: '', children: [] };
      inside.children.push(element);
      if (selfClosing !== '/') open.push(element);
      if (open.length > deepest) return null;
    }
  }
  return open.length === 1 && root.children.length === 1 ? (root.children[0] ?? null) : null;
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The tidied text of a child; empty when there is none. */
export function textOf(element: Element | undefined, name: string): string {
  return childOf(element, name)?.text.trim() ?? '';
}
