/** The rules of the words on screen and paper: every key has its words in three languages, and every word is used. */
import {
  codeIn,
  isNode,
  type Node,
  type Sources,
  stringValue,
  templateParts,
  type Violation,
  visit,
} from './syntax.ts';

export type Locale = 'uz' | 'ru' | 'en';
/** The flattened words of one language: `sale.pay` → `Toʻlash`. */
export type Words = ReadonlyMap<string, string>;
export type AllWords = Readonly<Record<Locale, Words>>;

const locales: readonly Locale[] = ['uz', 'ru', 'en'];
const fileOf = (locale: Locale) => `resources/locales/${locale}.json`;

/** The plural forms that a language has, as i18next writes them at the end of a key. */
const pluralForms: Readonly<Record<Locale, readonly string[]>> = {
  uz: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  en: ['one', 'other'],
};
const pluralEnding = /_(zero|one|two|few|many|other)$/;

/** Nested JSON as one level of keys. */
export function flatten(json: unknown, prefix = ''): Map<string, string> {
  const words = new Map<string, string>();
  if (typeof json === 'string') return words.set(prefix, json);
  for (const [key, value] of Object.entries(json ?? {})) {
    for (const [path, text] of flatten(value, prefix === '' ? key : `${prefix}.${key}`))
      words.set(path, text);
  }
  return words;
}

const violation = (file: string, says: string, line = 1): Violation => ({ rule: 'words', file, line, says });

/** The keys as the code names them, without plural endings. */
const stems = (words: Words): Set<string> =>
  new Set([...words.keys()].map((key) => key.replace(pluralEnding, '')));

const pluralStems = (words: Words): Set<string> =>
  new Set(
    [...words.keys()].filter((key) => pluralEnding.test(key)).map((key) => key.replace(pluralEnding, '')),
  );

/** Each language has every key of the others, each plural in every form that it needs, and no empty words. */
export function missingWords(all: AllWords): Violation[] {
  const keys = new Set(locales.flatMap((locale) => [...stems(all[locale])]));
  const plurals = new Set(locales.flatMap((locale) => [...pluralStems(all[locale])]));
  return locales.flatMap((locale) => {
    const words = all[locale];
    const missing = [...keys].flatMap((key) => {
      const wanted = plurals.has(key) ? pluralForms[locale].map((form) => `${key}_${form}`) : [key];
      return wanted
        .filter((name) => !words.has(name))
        .map((name) => violation(fileOf(locale), `${name} is missing`));
    });
    const empty = [...words].filter(([, text]) => text.trim() === '');
    return [...missing, ...empty.map(([key]) => violation(fileOf(locale), `${key} is empty`))];
  });
}

const holes = (text: string): string =>
  [...text.matchAll(/\{\{\s*([\w.]+)/g)]
    .map((match) => match[1])
    .sort()
    .join();

/** What is filled in (`{{name}}`) is the same in every language. */
export function differentHoles(all: AllWords): Violation[] {
  return [...all.uz].flatMap(([key, text]) =>
    locales.flatMap((locale) => {
      const other = all[locale].get(key);
      if (other === undefined || pluralEnding.test(key) || holes(other) === holes(text)) return [];
      return [violation(fileOf(locale), `${key} fills in other values than in Uzbek`)];
    }),
  );
}

/** Oʻzbek letters are written with ʻ (U+02BB): any other mark after o or g would be searched and shown wrongly. */
export function wrongUzbekLetters(words: Words): Violation[] {
  return [...words].flatMap(([key, text]) => {
    const wrong = text.match(/[oOgG]['`´‘’ʼ′]/);
    return wrong ? [violation(fileOf('uz'), `${key} has ${wrong[0]} instead of ${wrong[0].charAt(0)}ʻ`)] : [];
  });
}

interface NamedKeys {
  readonly exact: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
  readonly asked: readonly {
    readonly key: string;
    readonly prefix: boolean;
    readonly file: string;
    readonly line: number;
  }[];
}

function isAskForWords(node: Node): boolean {
  if (node.type !== 'CallExpression' || !isNode(node.callee)) return false;
  const { callee } = node;
  if (callee.type === 'Identifier') return callee.name === 't';
  return callee.type === 'MemberExpression' && isNode(callee.property) && callee.property.name === 't';
}

/** Both sides of `open ? 'a' : 'b'`, and of what stands in brackets. */
function choices(node: unknown): readonly Node[] {
  if (!isNode(node)) return [];
  if (node.type === 'ConditionalExpression') return [...choices(node.consequent), ...choices(node.alternate)];
  return [node];
}

/** Every text of the code that may be a key, and every key that `t(…)` asks for by a text or by a text's beginning. */
function namedKeys(sources: Sources): NamedKeys {
  const exact = new Set<string>();
  const prefixes = new Set<string>();
  const asked: NamedKeys['asked'][number][] = [];
  for (const source of codeIn(sources)) {
    visit(source.tree, (node) => {
      const text = stringValue(node);
      if (text !== null) exact.add(text);
      else if (node.type === 'TemplateLiteral') prefixes.add(templateParts(node)[0] ?? '');
      if (!isAskForWords(node)) return;
      const first = Array.isArray(node.arguments) ? node.arguments[0] : undefined;
      for (const choice of choices(first)) {
        const key = stringValue(choice);
        const line = source.lineAt(node.start);
        if (key !== null) asked.push({ key, prefix: false, file: source.path, line });
        else if (choice.type === 'TemplateLiteral') {
          asked.push({ key: templateParts(choice)[0] ?? '', prefix: true, file: source.path, line });
        }
      }
    });
  }
  return { exact, prefixes, asked };
}

/** A key made at run time must at least begin with a room and a dot: `error.${code}`, never `${anything}`. */
const isTellingPrefix = (prefix: string): boolean => /^\w+\.[\w.]*$/.test(prefix);

/** Every key that `t(…)` asks for has its words. */
export function unknownKeys(sources: Sources, all: AllWords): Violation[] {
  const known = stems(all.uz);
  return namedKeys(sources).asked.flatMap(({ key, prefix, file, line }) => {
    if (!prefix) return known.has(key) ? [] : [violation(file, `${key} has no words`, line)];
    if (!isTellingPrefix(key)) return [violation(file, 'a key whose room cannot be seen', line)];
    return [...known].some((name) => name.startsWith(key))
      ? []
      : [violation(file, `${key}… has no words`, line)];
  });
}

/** Every word is used: its key stands in the code as a text, or begins as a template does. */
export function unusedWords(sources: Sources, all: AllWords): Violation[] {
  const { exact, prefixes } = namedKeys(sources);
  const telling = [...prefixes].filter(isTellingPrefix);
  return [...stems(all.uz)]
    .filter((key) => !exact.has(key) && !telling.some((prefix) => key.startsWith(prefix)))
    .map((key) => violation(fileOf('uz'), `${key} is used nowhere`));
}
