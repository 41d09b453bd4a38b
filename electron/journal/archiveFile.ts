/** An archive of the journal: a period's documents, a signed seal, and a program beside them that checks both without this one. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { canonicalJson, firstLink } from '../../shared/journal/chain.ts';
import type { JsonValue } from '../../shared/journal/document.ts';
import { journalLine } from '../../shared/journal/line.ts';
import type { BusinessDay, Instant } from '../../shared/time.ts';
import { syncDirectory, syncFile } from '../database/durable.ts';
import type { Tables } from '../database/tables.ts';
import { resourceFolder } from '../resourceFolder.ts';
import { createTurns } from '../turns.ts';
import { archiveReadme } from './archiveWords.ts';
import { linksAfter } from './queries.ts';

type Db = Kysely<Tables>;

export interface ArchiveOptions {
  readonly db: Db;
  readonly tillId: string;
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  /** Where the archive's own folder is made. */
  readonly folder: string;
  readonly now: Instant;
  readonly shopName: string;
  readonly stir: string;
  /** The till's key, made when it is missing. Null signs with a key that is made for this archive alone. */
  readonly keyFile: string | null;
}

export interface Archive {
  readonly folder: string;
  readonly documents: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly hash: string;
  readonly key: string;
}

const linksPerPage = 500;

/** The links of a period: a day never falls in a chain, so they lie together. Null when there is none. */
async function rangeOf({ db, tillId, from, to }: ArchiveOptions) {
  const { first, last } = await db
    .selectFrom('journal')
    .select(({ fn }) => [
      fn.min<number | null>('sequence').as('first'),
      fn.max<number | null>('sequence').as('last'),
    ])
    .where('till_id', '=', tillId)
    .where('business_day', '>=', from)
    .where('business_day', '<=', to)
    .executeTakeFirstOrThrow();
  if (first === null || last === null) return null;
  const [before] = first === 1 ? [] : await linksAfter(db, tillId, first - 2, 1);
  const [end] = await linksAfter(db, tillId, last - 1, 1);
  return { first, last, hashBefore: before?.hash ?? firstLink, hashAfter: end?.hash ?? '' };
}

/**
 * Writes the archive into a folder of its own, which gets its name when everything in it is on the disk: a folder of that
 * name is always a whole archive. Null when the period has no documents. Throws when the disk refuses.
 */
export async function writeArchive(options: ArchiveOptions): Promise<Archive | null> {
  const { tillId, from, to, now } = options;
  const range = await rangeOf(options);
  if (range === null) return null;
  const folder = freeName(join(options.folder, `daftar-journal-${from}-${to}`));
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { mode: 0o700 });
  try {
    const { first, last, hashBefore, hashAfter } = range;
    const count = last - first + 1;
    const head = {
      till: tillId,
      from,
      to,
      count,
      firstSequence: first,
      lastSequence: last,
      hashBefore,
      hashAfter,
    };
    const shop = { name: options.shopName, stir: options.stir };
    const header = { archive: 'daftar journal', version: 1, ...head, shop, madeAt: now };
    const fileHash = await writeLinks(options, range, join(part, 'journal.ndjson'), canonicalJson(header));
    const key = keyOf(options.keyFile);
    const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' });
    const sealed = { ...head, madeAt: now, sha256: fileHash, publicKey: publicKey.toString('base64') };
    writeWhole(join(part, 'seal.json'), `${canonicalJson(signed(sealed, key))}\n`);
    copyFileSync(join(resourceFolder(), 'archive', 'verify.mjs'), join(part, 'verify.mjs'));
    const fingerprint = createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
    writeWhole(join(part, 'README.txt'), archiveReadme({ ...head, key: fingerprint, shopName: shop.name }));
    for (const name of ['journal.ndjson', 'seal.json', 'verify.mjs', 'README.txt'])
      syncFile(join(part, name));
    syncDirectory(part);
    renameSync(part, folder);
    syncDirectory(options.folder);
    return {
      folder,
      documents: count,
      firstSequence: first,
      lastSequence: last,
      hash: hashAfter,
      key: fingerprint,
    };
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
}

/** A second archive of the same period stands beside the first, never in its place. */
function freeName(wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!existsSync(name)) return name;
  }
}

function writeWhole(file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
}

/** Writes head and links a page at a time; answers the hash of the file. */
async function writeLinks(
  { db, tillId }: ArchiveOptions,
  { first, last }: { readonly first: number; readonly last: number },
  file: string,
  header: string,
): Promise<string> {
  const hash = createHash('sha256');
  const turn = createTurns();
  const handle = await open(file, 'wx', 0o600);
  const write = async (text: string) => {
    hash.update(text);
    await handle.appendFile(text);
  };
  try {
    await write(`${header}\n`);
    for (let after = first - 1; after < last; ) {
      const links = await linksAfter(db, tillId, after, Math.min(linksPerPage, last - after));
      const end = links.at(-1);
      if (end === undefined) break;
      await write(links.map((link) => `${journalLine(tillId, link)}\n`).join(''));
      after = end.sequence;
      await turn();
    }
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}

function signed(sealed: { readonly [name: string]: JsonValue }, key: KeyObject): JsonValue {
  return { ...sealed, signature: sign(null, Buffer.from(canonicalJson(sealed)), key).toString('base64') };
}

/** The key by which all archives of a till are known as its own. It never leaves the shop's folder. */
function keyOf(file: string | null): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  if (file === null) return privateKey;
  if (!existsSync(file)) {
    const part = `${file}.part`;
    writeFileSync(part, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
    syncFile(part);
    renameSync(part, file);
  }
  return createPrivateKey(readFileSync(file));
}
