/** Reads a source file into what the rules look at: its imports, its comments and its tree. */
import { posix } from 'node:path';
import { parseSync } from 'vite';

/** Paths from the project's root with forward slashes, and their text. */
export type Sources = ReadonlyMap<string, string>;

export interface Violation {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly says: string;
}

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Import {
  /** As written: `./money.ts`, `zod`. */
  readonly from: string;
  /** For a relative import, the file it means from the project's root; else null. */
  readonly file: string | null;
  /** The names taken; empty for `import './x.css'`, `*` for everything. */
  readonly names: readonly string[];
  readonly line: number;
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly tree: Node;
  lineAt(offset: number): number;
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** Calls back for a node and everything inside it, outer ones first. */
export function visit(node: Node, callback: (node: Node) => void): void {
  callback(node);
  for (const key of Object.keys(node)) {
    const value = node[key];
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child, callback);
  }
}

/** The text of a plain string, or of a template without holes; else null. */
export function stringValue(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return null;
  const parts = templateParts(node);
  return parts.length === 1 ? (parts[0] ?? null) : null;
}

/** The fixed texts of a template, in order. */
export function templateParts(node: Node): readonly string[] {
  const quasis = Array.isArray(node.quasis) ? node.quasis : [];
  return quasis.map((quasi: { value: { cooked: string } }) => quasi.value.cooked);
}

function importedNames(node: Node): string[] {
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
  if (node.type === 'ExportAllDeclaration' || node.type === 'ImportExpression') return ['*'];
  return specifiers.map((specifier) => {
    const imported = specifier.imported ?? specifier.local;
    if (specifier.type === 'ImportNamespaceSpecifier' || !isNode(imported)) return '*';
    return String(imported.name ?? imported.value);
  });
}

const importNodes = [
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
];

function importsOf(tree: Node, path: string, lineAt: (offset: number) => number): Import[] {
  const imports: Import[] = [];
  visit(tree, (node) => {
    if (!importNodes.includes(node.type)) return;
    const from = stringValue(node.source);
    if (from === null) return;
    const file = from.startsWith('.') ? posix.join(posix.dirname(path), from.split('?', 1)[0] ?? '') : null;
    imports.push({ from, file, names: importedNames(node), line: lineAt(node.start) });
  });
  return imports;
}

const parsed = new Map<string, SourceFile>();

/** Throws when the file is not valid TypeScript. The same text is parsed once. */
export function parseSource(path: string, text: string): SourceFile {
  const known = parsed.get(path);
  if (known?.text === text) return known;
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const tree = program as unknown as Node;
  const lineStarts = [...text.matchAll(/^/gm)].map((match) => match.index);
  const lineAt = (offset: number) => lineStarts.filter((start) => start <= offset).length;
  const source = { path, text, tree, lineAt, imports: importsOf(tree, path, lineAt) };
  parsed.set(path, source);
  return source;
}

/** Whether a file is code, by its name. */
export const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.d.ts');

/** All code among the files, parsed. */
export function codeIn(sources: Sources): readonly SourceFile[] {
  return [...sources].filter(([path]) => isCode(path)).map(([path, text]) => parseSource(path, text));
}
