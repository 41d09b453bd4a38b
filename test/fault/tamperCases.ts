/** What somebody with the files in hand may do to a shop's records: two hundred seeded changes, and where each must be found. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import type { SeededRandom } from '../../electron/command/seededRandom.ts';

export interface StoredLink {
  readonly till_id: string;
  readonly sequence: number;
  readonly document_kind: string;
  readonly document_id: string;
  readonly content_json: string;
  readonly previous_hash: string;
  readonly hash: string;
}

export interface DatabaseCase {
  readonly what: string;
  /** The first link that verify must name; null when the change is in rows that stand in no document. */
  readonly named: number | null;
  readonly change: (handle: Sqlite.Database) => void;
}

const hashOf = (sequence: number, previous: string, content: string): string =>
  createHash('sha256').update(`${sequence}\n${previous}\n${content}`).digest('hex');

/** One figure or letter of a document becomes another; keys and form stay. */
export function edited(content: string, random: SeededRandom): string {
  const amounts = [...content.matchAll(/Som":(-?\d+)/g)];
  const letters = [...content.matchAll(/"id":"([0-9a-f])/g)];
  const found = amounts.length > 0 ? random.oneOf(amounts) : random.oneOf(letters);
  const [whole, value = ''] = found;
  const at = found.index + whole.length - value.length;
  const next =
    amounts.length > 0 ? String(Number(value) + random.between(1, 999)) : value === 'a' ? 'b' : 'a';
  return content.slice(0, at) + next + content.slice(at + value.length);
}

const update = 'update journal set content_json = ?, previous_hash = ?, hash = ? where sequence = ?';

function changeContent(links: readonly StoredLink[], random: SeededRandom): DatabaseCase {
  const link = random.oneOf(links);
  const content = edited(link.content_json, random);
  return {
    what: `a figure of document ${link.sequence} is changed`,
    named: link.sequence,
    change: (handle) =>
      void handle.prepare(update).run(content, link.previous_hash, link.hash, link.sequence),
  };
}

function takeOut(links: readonly StoredLink[], random: SeededRandom): DatabaseCase {
  const { sequence } = random.oneOf([...links.slice(0, 1), random.oneOf(links), ...links.slice(-1)]);
  return {
    what: `document ${sequence} is taken out`,
    named: sequence,
    change: (handle) => void handle.prepare('delete from journal where sequence = ?').run(sequence),
  };
}

/** The numbers after it are closed up, and every hash is made anew. */
function takeOutAndMend(links: readonly StoredLink[], random: SeededRandom): DatabaseCase {
  const { sequence } = random.oneOf(links);
  return {
    what: `document ${sequence} is taken out and the chain is mended`,
    named: sequence,
    change(handle) {
      handle.prepare('delete from journal where sequence = ?').run(sequence);
      for (const link of links.slice(sequence)) {
        handle
          .prepare('update journal set sequence = ? where sequence = ?')
          .run(link.sequence - 1, link.sequence);
      }
      chainAgain(handle);
    },
  };
}

function swapTwo(links: readonly StoredLink[], random: SeededRandom): DatabaseCase {
  const first = random.oneOf(links.slice(0, -1));
  const second = random.oneOf(links.slice(first.sequence));
  return {
    what: `documents ${first.sequence} and ${second.sequence} change places`,
    named: first.sequence,
    change(handle) {
      const put = handle.prepare('update journal set sequence = ? where sequence = ?');
      put.run(1_000_000, first.sequence);
      put.run(first.sequence, second.sequence);
      put.run(second.sequence, 1_000_000);
    },
  };
}

/** A document that never was, between two that were; it is bound to the one before it as it should be. */
function putIn(links: readonly StoredLink[], random: SeededRandom): DatabaseCase {
  const before = random.oneOf(links.slice(0, -1));
  const content = edited(random.oneOf(links).content_json, random);
  return {
    what: `a document is put in after ${before.sequence}`,
    named: before.sequence + 1,
    change(handle) {
      for (const link of links.slice(before.sequence).reverse()) {
        handle
          .prepare('update journal set sequence = ? where sequence = ?')
          .run(link.sequence + 1, link.sequence);
      }
      const sequence = before.sequence + 1;
      handle
        .prepare(
          'insert into journal select till_id, ?, document_kind, document_id, business_day, written_at, ?, hash, ? ' +
            'from journal where sequence = ?',
        )
        .run(sequence, content, hashOf(sequence, before.hash, content), before.sequence);
    },
  };
}

function cutTail(links: readonly StoredLink[], random: SeededRandom): DatabaseCase {
  const { sequence } = random.oneOf(links.slice(1));
  return {
    what: `the tail from ${sequence} on is cut off`,
    named: sequence,
    change: (handle) => void handle.prepare('delete from journal where sequence >= ?').run(sequence),
  };
}

/** Binds every link to the one before it, as if the chain had always been so. */
function chainAgain(handle: Sqlite.Database): void {
  const links = handle.prepare('select * from journal order by sequence').all() as StoredLink[];
  let previous = '0'.repeat(64);
  for (const { sequence, content_json: content } of links) {
    const hash = hashOf(sequence, previous, content);
    handle.prepare(update).run(content, previous, hash, sequence);
    previous = hash;
  }
}

function changeAndChainAgain(links: readonly StoredLink[], random: SeededRandom): DatabaseCase {
  const link = random.oneOf(links);
  const content = edited(link.content_json, random);
  return {
    what: `a figure of document ${link.sequence} is changed and every hash after it is made anew`,
    named: link.sequence,
    change(handle) {
      handle.prepare(update).run(content, link.previous_hash, link.hash, link.sequence);
      chainAgain(handle);
    },
  };
}

/** Columns that documents tell too, by the column with the document's id. */
const toldColumns = [
  ['sale', 'net_som', 'id'],
  ['sale', 'vat_som', 'id'],
  ['sale', 'received_cash_som', 'id'],
  ['sale_line', 'price_som', 'sale_id'],
  ['sale_line', 'quantity_thousandths', 'sale_id'],
  ['sale_line', 'net_som', 'sale_id'],
  ['sale_tender', 'amount_som', 'sale_id'],
  ['sale_adjustment', 'amount_som', 'sale_id'],
  ['sale_return', 'net_som', 'id'],
  ['sale_return_line', 'quantity_thousandths', 'return_id'],
  ['sale_return_tender', 'amount_som', 'return_id'],
  ['gift_card_sale', 'amount_som', 'id'],
  ['debt_payment', 'amount_som', 'id'],
  ['correction', 'amount_som', 'id'],
  ['shift', 'float_som', 'id'],
  ['shift', 'counted_som', 'id'],
] as const;

/** Columns that follow from others. */
const derivedColumns = [
  ['posting_entry', 'amount_som'],
  ['account', 'balance_som'],
  ['bonus_lot', 'remaining_som'],
  ['bonus_lot', 'earned_som'],
  ['debt', 'open_som'],
  ['number_series', 'last_number'],
] as const;

function changeRow(
  handle: Sqlite.Database,
  links: readonly StoredLink[],
  random: SeededRandom,
): DatabaseCase | null {
  const isTold = random.chance(0.7);
  const [table, column, id] = isTold ? random.oneOf(toldColumns) : [...random.oneOf(derivedColumns), 'rowid'];
  const key = isTold ? id : "''";
  const place = withoutRowid(handle, table) ? primaryKey(handle, table) : 'rowid';
  const rows = handle
    .prepare(`select ${place} as place, ${key} as id from ${table} where ${column} > 0`)
    .all() as { place: string; id: string }[];
  if (rows.length === 0) return null;
  const row = random.oneOf(rows);
  const more = random.between(1, 500);
  const [link] = links.filter(({ document_id }) => document_id === row.id);
  return {
    what: `${table}.${column} grows by ${more}`,
    named: isTold ? (link?.sequence ?? null) : null,
    change: (changing) =>
      void changing
        .prepare(`update ${table} set ${column} = ${column} + ? where ${place} = ?`)
        .run(more, row.place),
  };
}

/** Whether a table's rows have no number of their own. */
export function withoutRowid(handle: Sqlite.Database, table: string): boolean {
  const sql = handle.prepare('select sql from sqlite_schema where name = ?').pluck().get(table) as string;
  return /without rowid/i.test(sql);
}

function primaryKey(handle: Sqlite.Database, table: string): string {
  const columns = handle.prepare(`select name from pragma_table_info('${table}') where pk > 0`).pluck().all();
  return columns.join(" || ' ' || ");
}

const journalChanges = [
  changeContent,
  takeOut,
  takeOutAndMend,
  swapTwo,
  putIn,
  cutTail,
  changeAndChainAgain,
] as const;

/** So many changes of the database: two thirds of the journal, one third of the rows. */
export function databaseCases(
  handle: Sqlite.Database,
  random: SeededRandom,
  count: number,
): readonly DatabaseCase[] {
  const links = handle.prepare('select * from journal order by sequence').all() as StoredLink[];
  const cases: DatabaseCase[] = [];
  while (cases.length < count) {
    const isRow = cases.length % 3 === 2;
    const next = isRow
      ? changeRow(handle, links, random)
      : (journalChanges[Math.floor(cases.length / 3) % journalChanges.length] ?? changeContent)(
          links,
          random,
        );
    if (next !== null) cases.push(next);
  }
  return cases;
}

export interface ArchiveCase {
  readonly what: string;
  /** What the verifier must say. */
  readonly says: RegExp;
  readonly change: (folder: string) => void;
}

const file = (folder: string) => join(folder, 'journal.ndjson');
const linesOf = (folder: string) => readFileSync(file(folder), 'utf8').trimEnd().split('\n');
const write = (folder: string, lines: readonly string[]) =>
  writeFileSync(file(folder), `${lines.join('\n')}\n`);
const sequenceOf = (line: string) => Number(/"sequence":(\d+)/.exec(line)?.[1]);

const inLines =
  (change: (links: string[]) => void): ArchiveCase['change'] =>
  (folder) => {
    const [head = '', ...links] = linesOf(folder);
    change(links);
    write(folder, [head, ...links]);
  };

/** Binds every line to the one before it; the head is left alone, or made to fit too. */
function chainLines(links: string[], head: { hashBefore: string; firstSequence: number }): string {
  let previous = head.hashBefore;
  for (const [index, line] of links.entries()) {
    const text = line.slice(line.indexOf('"document":') + 11, -1);
    const sequence = head.firstSequence + index;
    const hash = hashOf(sequence, previous, text);
    links[index] = line.replace(
      /"sequence":\d+,"hash":"[0-9a-f]+"/,
      `"sequence":${sequence},"hash":"${hash}"`,
    );
    previous = hash;
  }
  return previous;
}

const archiveChanges: readonly ((links: readonly string[], random: SeededRandom) => ArchiveCase)[] = [
  (links, random) => {
    const index = random.between(0, links.length - 1);
    const changed = edited(links[index] ?? '', random);
    return {
      what: `line ${index} is changed`,
      says: new RegExp(`document ${sequenceOf(links[index] ?? '')}\\b`),
      change: inLines((own) => void own.splice(index, 1, changed)),
    };
  },
  (links, random) => {
    const index = random.oneOf([0, random.between(1, links.length - 2)]);
    return {
      what: `line ${index} is taken out`,
      says: new RegExp(`document ${sequenceOf(links[index] ?? '')}\\b`),
      change: inLines((own) => void own.splice(index, 1)),
    };
  },
  (links, random) => {
    const index = random.between(0, links.length - 2);
    return {
      what: `lines ${index} and ${index + 1} change places`,
      says: new RegExp(`document ${sequenceOf(links[index] ?? '')}\\b`),
      change: inLines((own) => void own.splice(index, 2, own[index + 1] ?? '', own[index] ?? '')),
    };
  },
  (links, random) => {
    const index = random.between(0, links.length - 1);
    return {
      what: `a line is put in before ${index}`,
      says: new RegExp(`document ${sequenceOf(links[index] ?? '')}\\b`),
      change: inLines((own) => void own.splice(index, 0, random.oneOf(links.slice(index + 1)) ?? 'nothing')),
    };
  },
  (links, random) => {
    const kept = random.between(0, links.length - 1);
    return {
      what: `the tail after line ${kept} is cut off`,
      says: new RegExp(`document ${sequenceOf(links[kept] ?? '')}: it is missing`),
      change: inLines((own) => void own.splice(kept)),
    };
  },
  (links, random) => {
    const index = random.between(0, links.length - 1);
    return {
      what: `line ${index} is changed and every hash after it is made anew`,
      says: /the head of the archive knows another one|do not add up|payments do not cover|discounts of a line/,
      change: (folder) => {
        const [head = '', ...own] = linesOf(folder);
        own[index] = edited(own[index] ?? '', random);
        chainLines(own, JSON.parse(head));
        write(folder, [head, ...own]);
      },
    };
  },
  (links, random) => {
    const index = random.between(0, links.length - 1);
    return {
      what: `line ${index} is changed, and so are the hashes and the head`,
      says: /than the seal|do not add up|payments do not cover|discounts of a line/,
      change: (folder) => {
        const [head = '', ...own] = linesOf(folder);
        own[index] = edited(own[index] ?? '', random);
        const hashAfter = chainLines(own, JSON.parse(head));
        write(folder, [JSON.stringify({ ...JSON.parse(head), hashAfter }), ...own]);
      },
    };
  },
  (_links, random) => ({
    what: 'the seal is changed',
    says: /signature does not fit/,
    change: (folder) => {
      const seal = join(folder, 'seal.json');
      const text = readFileSync(seal, 'utf8');
      writeFileSync(seal, text.replace(/"count":\d+/, `"count":${random.between(1, 5)}`));
    },
  }),
];

/** So many changes of an archive; the last kind puts an older archive's file in its place. */
export function archiveCases(
  folder: string,
  olderFolder: string,
  random: SeededRandom,
  count: number,
): readonly ArchiveCase[] {
  const links = linesOf(folder).slice(1);
  const older: ArchiveCase = {
    what: 'the file of an older archive stands in its place',
    says: /than the seal/,
    change: (target) => {
      if (!existsSync(file(olderFolder))) throw new Error('there is no older archive');
      copyFileSync(file(olderFolder), file(target));
    },
  };
  return Array.from({ length: count }, (_, index) => {
    const kind = index % (archiveChanges.length + 1);
    return archiveChanges[kind]?.(links, random) ?? older;
  });
}
