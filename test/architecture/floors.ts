/** The house of README's folder map, as rules: which file may import which. */
import { basename } from 'node:path';
import { codeIn, type Import, type SourceFile, type Sources, type Violation } from './syntax.ts';

/** Rooms in ranks: a room imports only rooms of lower ranks. */
export const ranks: readonly (readonly string[])[] = [
  ['ledger', 'journal', 'receipt', 'shop', 'staff'],
  ['catalogue', 'customer', 'promotion', 'shift'],
  ['coupon', 'loyalty', 'credit'],
  ['sale'],
  ['service', 'message', 'fiscal', 'supply', 'exchange'],
  ['report'],
];

/** The one pair of the same rank that may. */
const allowedBeside: readonly (readonly [string, string])[] = [['message', 'service']];

/** What a room in electron/ shows to higher rooms; everything else is its own. */
const openToOtherRooms = ['inTransaction.ts', 'queries.ts', 'paper.ts'];

const floors = ['shared', 'electron', 'renderer', 'test'] as const;
type Floor = (typeof floors)[number];

const allowedInShared = ['zod', '@orpc/contract', 'temporal-polyfill', 'libphonenumber-js'];

const transports =
  /^(ws|http|node:https?|node:http2|@orpc\/server\/(ws|websocket|message-port|fetch|node|.*peer.*))$/;
const screenLibraries = /^(react|react-dom|react-i18next|@mantine\/.*|@tanstack\/.*|@tabler\/.*)(\/.*)?$/;
const tillLibraries = /^(electron|better-sqlite3|kysely|escpos|ws|node:.*|@orpc\/server)(\/.*)?$/;

interface Place {
  readonly floor: Floor;
  /** The folder below the floor: a room, `database`, `app` …; null for a file directly on the floor. */
  readonly folder: string | null;
}

function placeOf(path: string): Place | null {
  const [first, second, third] = path.split('/');
  const floor = floors.find((candidate) => candidate === first);
  if (!floor || second === undefined) return null;
  return { floor, folder: third === undefined ? null : second };
}

const rankOf = (folder: string | null): number | null => {
  const rank = ranks.findIndex((rooms) => folder !== null && rooms.includes(folder));
  return rank === -1 ? null : rank;
};

const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');

/** What is wrong with a room, or a file of no room, importing another room. */
function wrongRoom(source: Place, target: Place): string | null {
  const targetRank = rankOf(target.folder);
  if (targetRank === null || source.folder === target.folder) return null;
  const sourceRank = rankOf(source.folder);
  if (sourceRank === null) return null;
  if (targetRank < sourceRank) return null;
  const beside = allowedBeside.some(([from, to]) => from === source.folder && to === target.folder);
  return beside ? null : `${source.folder} may not import ${target.folder}: it is not of a lower rank`;
}

function wrongInShared(source: Place, target: Place | null, { from }: Import): string | null {
  if (!target) {
    return allowedInShared.includes(packageOf(from)) ? null : `shared may not import ${from}`;
  }
  if (target.floor !== 'shared') return `shared may not import ${target.floor}`;
  return source.folder === null && target.folder !== null ? 'a noun may not import a room' : null;
}

function wrongInElectron(source: Place, target: Place | null, { from, file }: Import): string | null {
  const inRoom = rankOf(source.folder) !== null;
  const name = packageOf(from);
  if (!target) {
    if (name === 'electron' && source.folder !== 'shell') return 'only electron/shell may import electron';
    if (name === 'better-sqlite3' && source.folder !== 'database') {
      return 'only electron/database may import the engine';
    }
    if (screenLibraries.test(from)) return `the till may not import ${from}`;
    return inRoom && transports.test(from) ? `a room may not import the transport ${from}` : null;
  }
  if (target.floor === 'renderer' || target.floor === 'test')
    return `electron may not import ${target.floor}`;
  if (target.floor !== 'electron') return null;
  const targetIsRoom = rankOf(target.folder) !== null;
  if (source.folder === 'database' && targetIsRoom) return 'the database may not import a room';
  if (source.folder === 'shell' && targetIsRoom) return 'a shell may not import a room';
  if (!inRoom) return null;
  if (target.folder === 'shell' || target.folder === 'command')
    return `a room may not import ${target.folder}`;
  const itsOwn = source.folder === target.folder;
  if (targetIsRoom && !itsOwn && !openToOtherRooms.includes(basename(file ?? ''))) {
    return `${basename(file ?? '')} belongs to ${target.folder} alone; higher rooms take ${openToOtherRooms.join(', ')}`;
  }
  return null;
}

function wrongInRenderer(source: Place, target: Place | null, { from }: Import): string | null {
  if (!target) return tillLibraries.test(from) ? `renderer may not import ${from}` : null;
  if (target.floor === 'electron' || target.floor === 'test')
    return `renderer may not import ${target.floor}`;
  const targetIsRoom = target.floor === 'renderer' && rankOf(target.folder) !== null;
  return source.folder === 'ui' && targetIsRoom ? 'a widget may not import a room' : null;
}

const wrongOnFloor = {
  shared: wrongInShared,
  electron: wrongInElectron,
  renderer: wrongInRenderer,
  test: () => null,
} as const;

/** shared/contract.ts and what wires the till or the routes know every room by their nature. */
const wiring = /^(shared\/contract\.ts|electron\/[^/]+\.ts|renderer\/app\/.*)$/;

function wrongImport(source: SourceFile, place: Place, wanted: Import): string | null {
  const target = wanted.file === null ? null : placeOf(wanted.file);
  if (wanted.file !== null && target === null && !/^(resources\/|package\.json$)/.test(wanted.file)) {
    return `${wanted.from} leads out of the house`;
  }
  if (target === null && wanted.file !== null) return null;
  const isWiring = wiring.test(source.path);
  const roomProblem = target && !isWiring && place.floor !== 'test' ? wrongRoom(place, target) : null;
  if (roomProblem) return roomProblem;
  if (source.path === 'shared/contract.ts') return null;
  return wrongOnFloor[place.floor](place, target, wanted);
}

/** Every import that goes to a place it may not go to. */
export function wrongImports(sources: Sources): Violation[] {
  return codeIn(sources).flatMap((source) => {
    const place = placeOf(source.path);
    if (!place) return [];
    return source.imports.flatMap((wanted) => {
      const says = wrongImport(source, place, wanted);
      return says === null ? [] : [{ rule: 'floors', file: source.path, line: wanted.line, says }];
    });
  });
}

/** Every circle of imports, named once by the files on it. */
export function circles(sources: Sources): Violation[] {
  const files = new Map(codeIn(sources).map((source) => [source.path, source]));
  const state = new Map<string, 'open' | 'done'>();
  const found: Violation[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const source = files.get(path);
    if (!source || state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      const circle = [...trail.slice(trail.indexOf(path)), path];
      found.push({ rule: 'no circles', file: path, line: 1, says: circle.join(' → ') });
      return;
    }
    state.set(path, 'open');
    for (const { file } of source.imports) if (file !== null) walk(file, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of files.keys()) walk(path, []);
  return found;
}

/** Every relative import without its full ending, or to a file that does not exist. */
export function brokenEndings(sources: Sources): Violation[] {
  return codeIn(sources).flatMap((source) =>
    source.imports.flatMap(({ from, file, line }) => {
      if (file === null) return [];
      const ending = /\.(ts|tsx|mjs|json|css|svg|png|webp|mp3|wav|woff2|ttf)$/.test(file);
      const exists = !/\.(tsx?|mjs)$/.test(file) || sources.has(file);
      if (ending && exists) return [];
      const says = ending ? `${from} does not exist` : `${from} has no ending such as .ts`;
      return [{ rule: 'endings', file: source.path, line, says }];
    }),
  );
}
