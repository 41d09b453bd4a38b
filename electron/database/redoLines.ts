/** How the redo log is written and read: a line for each committed transaction, each bound to the one before. */
import { crc32 } from 'node:zlib';
import type { RecordedTransaction } from './recorder.ts';

/** Where the books stand: which transaction was the last, and which link the journal ends with. */
export interface Standing {
  readonly position: number;
  readonly sequence: number;
  readonly hash: string;
}

export function isSameStanding(one: Standing, other: Standing): boolean {
  return one.position === other.position && one.sequence === other.sequence && one.hash === other.hash;
}

type Bindable = string | number | bigint | Buffer | null;

export interface RedoTransaction extends Standing {
  readonly kind: 'transaction';
  readonly statements: readonly { readonly sql: string; readonly parameters: readonly Bindable[] }[];
}

/** The program began to write here: what was done between the line before and this one is not in the log. */
export interface RedoBegin extends Standing {
  readonly kind: 'begin';
  /** The newest migration of the file that was written to; statements fit no other schema. */
  readonly schema: string;
}

export type RedoLine = RedoTransaction | RedoBegin;

const sumMark = ',"sum":"';

/** Closes a line with the checksum of itself and of every line before it. */
function sealed(body: string, sumBefore: number): { readonly line: string; readonly sum: number } {
  const sum = crc32(body, sumBefore);
  return { line: `${body}${sumMark}${sum.toString(16).padStart(8, '0')}"}\n`, sum };
}

interface KnownText {
  readonly number: number;
  /** In an insert into the journal: which parameters, counted from the end, are the place of the link and its hash. */
  readonly link: { readonly sequence: number; readonly hash: number } | null;
}

const journalInsert = /^insert into "journal" \(([^)]*)\) values/;

function linkIn(sql: string): KnownText['link'] {
  const columns = journalInsert.exec(sql)?.[1]?.split(', ');
  if (columns === undefined) return null;
  return {
    sequence: columns.length - columns.indexOf('"sequence"'),
    hash: columns.length - columns.indexOf('"hash"'),
  };
}

/** Where the books stand after one more transaction. */
export function standingAfter(
  before: Standing,
  { position, statements }: Pick<RecordedTransaction, 'position' | 'statements'>,
): Standing {
  let { sequence, hash } = before;
  for (const { sql, parameters } of statements) {
    const link = linkIn(sql);
    if (link === null) continue;
    sequence = Number(parameters[parameters.length - link.sequence]);
    hash = String(parameters[parameters.length - link.hash]);
  }
  return { position, sequence, hash };
}

export interface RedoWriter {
  readonly begin: (standing: Standing, schema: string) => string;
  readonly line: (transaction: RecordedTransaction) => string;
  /** After everything written so far. */
  readonly standing: () => Standing;
}

/** What stands for a value that JSON has no word for. */
function shown(value: unknown): unknown {
  if (typeof value === 'bigint') return { integer: String(value) };
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') };
  return value;
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Writes lines after those with the checksum `sum`. The text of a statement is written once, then called by its number. */
export function redoWriter(sumBefore: number): RedoWriter {
  let sum = sumBefore;
  let standing: Standing = { position: 0, sequence: 0, hash: '' };
  let texts = new Map<string, KnownText>();

  function seal(body: string): string {
    const made = sealed(body, sum);
    sum = made.sum;
    return made.line;
  }

  return {
    begin(from, schema) {
      texts = new Map();
      standing = from;
      const { position, sequence, hash } = from;
      return seal(`{"begin":${position},"schema":${JSON.stringify(schema)},"at":[${sequence},"${hash}"]`);
    },
    line({ position, statements }) {
      const fresh: [number, string][] = [];
      let { sequence, hash } = standing;
      const done = statements.map(({ sql, parameters }) => {
        let known = texts.get(sql);
        if (known === undefined) {
          known = { number: texts.size, link: linkIn(sql) };
          texts.set(sql, known);
          fresh.push([known.number, sql]);
        }
        if (known.link !== null) {
          sequence = Number(parameters[parameters.length - known.link.sequence]);
          hash = String(parameters[parameters.length - known.link.hash]);
        }
        const plain = parameters.every((value) => isPlain(value) && typeof value !== 'bigint');
        return [known.number, ...(plain ? parameters : parameters.map(shown))];
      });
      standing = { position, sequence, hash };
      const words = fresh.length === 0 ? '' : `,"texts":${JSON.stringify(fresh)}`;
      return seal(`{"n":${position},"at":[${sequence},"${hash}"]${words},"do":${JSON.stringify(done)}`);
    },
    standing: () => standing,
  };
}

interface WrittenLine {
  readonly n?: number;
  readonly begin?: number;
  readonly schema?: string;
  readonly at: readonly [number, string];
  readonly texts?: readonly (readonly [number, string])[];
  readonly do?: readonly (readonly [number, ...unknown[]])[];
}

function bindable(value: unknown): Bindable {
  if (typeof value !== 'object' || value === null) return value as Bindable;
  if ('integer' in value) return BigInt(String(value.integer));
  if ('bytes' in value) return Buffer.from(String(value.bytes), 'base64');
  throw new Error('a value of the redo log cannot be read');
}

/** The checksum at the end of a line; null when there is none. */
export function sumOf(line: string): number | null {
  const sum = line.slice(line.lastIndexOf(sumMark) + sumMark.length, -2);
  return /^[0-9a-f]{8}$/.test(sum) ? Number.parseInt(sum, 16) : null;
}

/** Where the books stood after a line; null when no till wrote it. Its checksum is not looked at. */
export function standingIn(line: string): Standing | null {
  const found = /^\{"(?:n|begin)":(\d+)(?:,"schema":"[^"]*")?,"at":\[(\d+),"([0-9a-f]*)"\]/.exec(line);
  if (found === null) return null;
  const [, position, sequence, hash = ''] = found;
  return { position: Number(position), sequence: Number(sequence), hash };
}

/**
 * Reads the lines of one file in their order until the first that does not bear the checksum of what stands before it: from
 * there on nothing can be trusted. Answers whether it came to the end.
 */
export function* readRedo(lines: Iterable<string>): Generator<RedoLine, boolean> {
  let sum = 0;
  let texts = new Map<number, string>();
  for (const line of lines) {
    if (line === '') continue;
    const body = line.slice(0, line.lastIndexOf(sumMark));
    sum = crc32(body, sum);
    if (sumOf(line) !== sum) return false;
    const written = JSON.parse(`${body}}`) as WrittenLine;
    const [sequence, hash] = written.at;
    if (written.begin !== undefined) {
      texts = new Map();
      yield { kind: 'begin', position: written.begin, sequence, hash, schema: written.schema ?? '' };
      continue;
    }
    for (const [number, text] of written.texts ?? []) texts.set(number, text);
    const statements = (written.do ?? []).map(([number, ...parameters]) => ({
      sql: texts.get(number) ?? '',
      parameters: parameters.map(bindable),
    }));
    yield { kind: 'transaction', position: written.n ?? 0, sequence, hash, statements };
  }
  return true;
}
