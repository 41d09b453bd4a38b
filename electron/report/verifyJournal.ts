/** Checks of the journal: its chain, its head outside the database, its file, and that every document says what the tables say. */
import { type ChainEnd, chainBegin, firstFault } from '../../shared/journal/chain.ts';
import { journalLine, linkOfLine } from '../../shared/journal/line.ts';
import type { BrokenLink } from '../../shared/report/journalContract.ts';
import type { BusinessDay } from '../../shared/time.ts';
import { headOutside, linesOutside, linksAfter } from '../journal/queries.ts';
import { sha256 } from '../sha256.ts';
import { linkOf } from './journalQueries.ts';
import { type Check, type Checked, type Db, mostExamples, type Surroundings } from './verifyCheck.ts';
import { documentFaults } from './verifyDocuments.ts';

const linksPerPage = 500;

type Link = Awaited<ReturnType<typeof linksAfter>>[number];

/** Every link of the file's till in its order, a page at a time. */
async function* pagesOfLinks(
  db: Db,
  tillId: string,
  { turn }: Surroundings,
): AsyncGenerator<readonly Link[]> {
  let after = 0;
  for (;;) {
    const links = await linksAfter(db, tillId, after, linksPerPage);
    const last = links.at(-1);
    if (last === undefined) return;
    yield links;
    after = last.sequence;
    await turn();
  }
}

async function tillsIn(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('till').select('id').orderBy('number').execute();
  return rows.map(({ id }) => id);
}

/** A broken link as a person can find it: its kind and day, and the number of the receipt when it is a sale. */
export async function describeLink(
  db: Db,
  tillId: string,
  sequence: number,
  fault: BrokenLink['fault'],
): Promise<BrokenLink> {
  const row = await linkOf(db, tillId, sequence);
  if (row === undefined) return { sequence, fault, kind: null, businessDay: null, receiptNumber: null };
  const sale =
    row.document_kind === 'sale'
      ? await db.selectFrom('sale').select('number').where('id', '=', row.document_id).executeTakeFirst()
      : undefined;
  return {
    sequence,
    fault,
    kind: row.document_kind,
    businessDay: row.business_day as BusinessDay,
    receiptNumber: sale?.number ?? null,
  };
}

const faultWords: Readonly<Record<BrokenLink['fault'], string>> = {
  order: 'a number is missing, doubled or in another place',
  broken: 'the link before it is not the one that was there',
  altered: 'its content is not what was written',
  content: 'the tables do not say what it says',
  missing: 'it is not in the database any more',
  head: 'the head of the journal knows another one in its place',
  file: 'the journal file holds another one in its place',
};

/** `document 12 (sale, 2026-11-22, receipt 3): its content is not what was written` */
export function brokenInWords({ sequence, fault, kind, businessDay, receiptNumber }: BrokenLink): string {
  const receipt = receiptNumber === null ? '' : `, receipt ${receiptNumber}`;
  const what = kind === null ? '' : ` (${kind}, ${businessDay}${receipt})`;
  return `document ${sequence}${what}: ${faultWords[fault]}`;
}

interface Found {
  readonly tillId: string;
  readonly sequence: number;
  readonly fault: BrokenLink['fault'];
}

/** Only the first of them are described: a damaged file may have a million. */
async function checked(db: Db, count: number, found: readonly Found[]): Promise<Checked> {
  const described: BrokenLink[] = [];
  for (const { tillId, sequence, fault } of found.slice(0, mostExamples)) {
    described.push(await describeLink(db, tillId, sequence, fault));
  }
  return { count, wrong: found.length, examples: described.map(brokenInWords), broken: described[0] ?? null };
}

/** Follows every till's chain from its first document. */
async function followChains(db: Db, around: Surroundings): Promise<Checked> {
  const found: Found[] = [];
  let count = 0;
  for (const tillId of await tillsIn(db)) {
    let end: ChainEnd = chainBegin;
    for await (const rows of pagesOfLinks(db, tillId, around)) {
      const links = rows.map((row) => ({
        sequence: row.sequence,
        previousHash: row.previous_hash,
        hash: row.hash,
        contentText: row.content_json,
      }));
      const fault = firstFault(links, sha256, end);
      count += links.length;
      if (fault !== null) {
        found.push({ tillId, ...fault });
        break;
      }
      end = links.at(-1) ?? end;
    }
  }
  return checked(db, count, found);
}

/** The columns beside the content, by which documents are found, say what the content says. */
async function columnsAgree(db: Db, around: Surroundings): Promise<Checked> {
  const found: Found[] = [];
  let count = 0;
  for (const tillId of await tillsIn(db)) {
    let dayBefore = '';
    for await (const rows of pagesOfLinks(db, tillId, around)) {
      for (const row of rows) {
        count += 1;
        const { kind, id, till, at, businessDay = '' } = fieldsOf(row.content_json);
        // A sale that was written on paper is of an earlier day than its link: a link's day never falls.
        const day = businessDay > dayBefore ? businessDay : dayBefore;
        dayBefore = row.business_day;
        const isFound = kind === row.document_kind && id === row.document_id && till === tillId;
        if (isFound && day === row.business_day && at === row.written_at) continue;
        found.push({ tillId, sequence: row.sequence, fault: 'content' });
      }
    }
  }
  return checked(db, count, found);
}

/** The fields around the content; none of a text that is no document. */
function fieldsOf(text: string): Readonly<Record<string, string | undefined>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, string>>;
  } catch {
    return {};
  }
}

/** The tables' rows against the documents, page by page. */
async function rowsAgree(db: Db, around: Surroundings): Promise<Checked> {
  const found: Found[] = [];
  let count = 0;
  for (const tillId of await tillsIn(db)) {
    for await (const rows of pagesOfLinks(db, tillId, around)) {
      const { looked, wrong } = await documentFaults(db, rows);
      count += looked;
      for (const sequence of wrong) found.push({ tillId, sequence, fault: 'content' });
    }
  }
  return checked(db, count, found);
}

/** The database may be ahead of the head by its last half second; it never is behind, and never has another link there. */
async function headAgrees(db: Db, { folder }: Surroundings): Promise<Checked> {
  const anchor = folder === null ? 'none' : headOutside(folder);
  const [tillId] = await tillsIn(db);
  if (tillId === undefined || anchor === 'none') return { count: 0, wrong: 0, examples: [] };
  if (anchor === 'unreadable') {
    return { count: 1, wrong: 1, examples: ['the head of the journal cannot be read'] };
  }
  const link = await linkOf(db, tillId, anchor.count);
  if (link?.hash === anchor.hash && anchor.tillId === tillId) return { count: 1, wrong: 0, examples: [] };
  if (link !== undefined) return checked(db, 1, [{ tillId, sequence: anchor.count, fault: 'head' }]);
  const last = await db
    .selectFrom('journal')
    .select(({ fn }) => fn.max<number | null>('sequence').as('sequence'))
    .where('till_id', '=', tillId)
    .executeTakeFirst();
  return checked(db, 1, [{ tillId, sequence: (last?.sequence ?? 0) + 1, fault: 'missing' }]);
}

/** Every line of the file is the link of its number, from the first on; the file may be behind, never beside. */
async function fileAgrees(db: Db, around: Surroundings): Promise<Checked> {
  const { folder, turn } = around;
  const [tillId] = await tillsIn(db);
  if (folder === null || tillId === undefined) {
    return { count: 0, wrong: 0, examples: [] };
  }
  let count = 0;
  let page: readonly Link[] = [];
  for await (const line of linesOutside(folder)) {
    count += 1;
    let link: Link | undefined = page[0];
    page = page.slice(1);
    if (link === undefined) {
      await turn();
      [link, ...page] = await linksAfter(db, tillId, count - 1, linksPerPage);
    }
    if (link !== undefined && line === journalLine(tillId, link)) continue;
    // A line that the till is writing at this moment is not whole yet.
    if (link === undefined && linkOfLine(line).sequence !== count) break;
    const fault = link === undefined ? 'missing' : 'file';
    return checked(db, count, [{ tillId, sequence: count, fault }]);
  }
  // The lines are on the disk before the head is.
  const anchor = headOutside(folder);
  const isCut = typeof anchor === 'object' && count < anchor.count;
  return checked(db, count, isCut ? [{ tillId, sequence: count + 1, fault: 'file' }] : []);
}

export const journalChecks: readonly Check[] = [
  {
    proves: 'no document of the journal was changed, taken out or put in',
    of: 'documents',
    run: followChains,
  },
  { proves: 'every document is found where its content belongs', of: 'documents', run: columnsAgree },
  { proves: 'the tables say what the documents say', of: 'documents with rows', run: rowsAgree },
  { proves: 'the journal reaches its head outside the database', of: 'heads', run: headAgrees },
  { proves: 'the journal file holds the same documents', of: 'lines', run: fileAgrees },
];
