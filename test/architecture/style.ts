/** The rules that hold inside a file: what it may call, how long it may be, how it may be named. */
import { basename } from 'node:path';
import { codeIn, isNode, type Node, type SourceFile, type Sources, type Violation, visit } from './syntax.ts';

/** Files and functions shorter than this. */
export const fileLines = 400;
export const functionLines = 70;

const functionNodes = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

const onFloor = (path: string, ...floors: readonly string[]): boolean =>
  floors.some((floor) => path.startsWith(`${floor}/`));

/** Calls back for every node of the files for which `where` holds; a text it answers is a violation there. */
function search(
  sources: Sources,
  rule: string,
  where: (path: string) => boolean,
  look: (node: Node, source: SourceFile) => string | null,
): Violation[] {
  const found: Violation[] = [];
  for (const source of codeIn(sources)) {
    if (!where(source.path)) continue;
    visit(source.tree, (node) => {
      const says = look(node, source);
      if (says !== null) found.push({ rule, file: source.path, line: source.lineAt(node.start), says });
    });
  }
  return found;
}

const nameOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'Identifier' ? String(node.name) : null;

/** `object.property` as written, when both are plain names. */
function memberOf(node: Node): readonly [string, string] | null {
  if (node.type !== 'MemberExpression') return null;
  const object = nameOf(node.object);
  const property = nameOf(node.property);
  return object === null || property === null ? null : [object, property];
}

/** Names that a file gives to things of its own: `document` is a sale's document, not the browser's. */
function ownNames(source: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const take = (pattern: unknown): void => {
    if (!isNode(pattern)) return;
    const name = nameOf(pattern);
    if (name !== null) names.add(name);
    else if (pattern.type !== 'MemberExpression') {
      for (const value of Object.values(pattern)) (Array.isArray(value) ? value : [value]).forEach(take);
    }
  };
  visit(source.tree, (node) => {
    if (node.type === 'VariableDeclarator') take(node.id);
    if (functionNodes.includes(node.type) && Array.isArray(node.params)) node.params.forEach(take);
  });
  return names;
}

const machines = ['process', 'console', 'document', 'window', 'globalThis', 'navigator', 'localStorage'];

/** shared/ is pure: the clock, chance and the machine come in as arguments. */
export function impureCalls(sources: Sources): Violation[] {
  const own = new Map<string, ReadonlySet<string>>();
  return search(
    sources,
    'pure',
    (path) => onFloor(path, 'shared'),
    (node, source) => {
      if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date') return 'new Date() in shared';
      const member = memberOf(node);
      if (!member) return null;
      const [object, property] = member;
      if (object === 'Date' && property === 'now') return 'Date.now() in shared';
      if (object === 'Math' && property === 'random') return 'Math.random() in shared';
      if (!machines.includes(object)) return null;
      const names = own.get(source.path) ?? ownNames(source);
      own.set(source.path, names);
      return names.has(object) ? null : `${object}.${property} in shared`;
    },
  );
}

/** Chromium cannot write Uzbek numbers and dates: one file formats, and only there may the platform's way be used. */
export function foreignFormatting(sources: Sources): Violation[] {
  const allowed = 'shared/format.ts';
  return search(
    sources,
    'formatting',
    (path) => onFloor(path, 'shared', 'electron', 'renderer') && path !== allowed,
    (node) => {
      if (node.type !== 'MemberExpression') return null;
      const property = nameOf(node.property) ?? '';
      if (/^toLocale(Date|Time)?String$/.test(property)) return `${property} outside ${allowed}`;
      return nameOf(node.object) === 'Intl' ? `Intl.${property} outside ${allowed}` : null;
    },
  );
}

/** The shop may move to another database engine: only electron/database speaks the language of one. */
export function rawSql(sources: Sources): Violation[] {
  return search(
    sources,
    'portable SQL',
    (path) => onFloor(path, 'shared', 'electron', 'renderer') && !onFloor(path, 'electron/database'),
    (node) => {
      if (node.type === 'TaggedTemplateExpression' && isNode(node.tag)) {
        const tag = nameOf(node.tag) ?? memberOf(node.tag)?.[0];
        return tag === 'sql' ? 'SQL as text outside electron/database' : null;
      }
      const member = memberOf(node);
      if (!member) return null;
      const [object, property] = member;
      if (object === 'sql' && property === 'raw') return 'sql.raw outside electron/database';
      return property === 'pragma' ? 'a pragma outside electron/database' : null;
    },
  );
}

/** A value of type any is a hole in every promise the types make, and a silenced compiler another. */
export function holesInTypes(sources: Sources): Violation[] {
  const anys = search(
    sources,
    'types',
    () => true,
    (node) => (node.type === 'TSAnyKeyword' ? 'the type any' : null),
  );
  const silenced = codeIn(sources).flatMap((source) =>
    [...source.text.matchAll(/^\s*(?:\/\/|\/?\*)\s*@ts-(?:ignore|nocheck)/gm)].map((match) => ({
      rule: 'types',
      file: source.path,
      line: source.lineAt(match.index),
      says: 'a silenced compiler',
    })),
  );
  return [...anys, ...silenced];
}

/** A test's `describe` is a list, not a function to be read at once: only its file has a length. */
export function tooLong(sources: Sources): Violation[] {
  const files = codeIn(sources).flatMap((source) => {
    const lines = source.text.trimEnd().split('\n').length;
    const says = `${lines} lines; files stay under ${fileLines}`;
    return lines < fileLines ? [] : [{ rule: 'length', file: source.path, line: 1, says }];
  });
  const functions = search(
    sources,
    'length',
    (path) => onFloor(path, 'shared', 'electron', 'renderer'),
    (node, source) => {
      if (!functionNodes.includes(node.type)) return null;
      const lines = source.lineAt(node.end) - source.lineAt(node.start) + 1;
      return lines < functionLines
        ? null
        : `a function of ${lines} lines; functions stay under ${functionLines}`;
    },
  );
  return [...files, ...functions];
}

const emptyNames = /(^|[a-z])(utils?|helpers?|common|managers?|misc)$/i;

/** A name says what is inside. A file of re-exports hides where things live. */
export function emptyFileNames(sources: Sources): Violation[] {
  return [...sources.keys()].flatMap((path) => {
    const parts = path.split('/').map((part) => part.replace(/\.(test|spec)?\.?[a-z]+$/, ''));
    const empty = parts.find((part) => emptyNames.test(part));
    const barrel = /^index\.(ts|tsx|mjs|js)$/.test(basename(path));
    if (empty === undefined && !barrel) return [];
    const says = barrel ? 'an index file' : `the name ${empty} does not say what is inside`;
    return [{ rule: 'names', file: path, line: 1, says }];
  });
}
