/** The head of the journal, kept outside the database: how many links there were and what the last one was. */
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

export interface Anchor {
  readonly tillId: string;
  /** How many links, which is also the number of the last one. */
  readonly count: number;
  readonly hash: string;
}

/** Two places in turn: a power cut in the middle of a write leaves the other one whole. */
const slotBytes = 256;

function slotOf({ tillId, count, hash }: Anchor): Buffer {
  const body = `{"till":"${tillId}","count":${count},"sequence":${count},"hash":"${hash}"`;
  const text = `${body},"sum":"${crc32(body).toString(16).padStart(8, '0')}"}`;
  return Buffer.from(`${text.padEnd(slotBytes - 1)}\n`);
}

function readSlot(text: string): Anchor | null {
  const found =
    /^(\{"till":"([^"]*)","count":(\d+),"sequence":(\d+),"hash":"([0-9a-f]*)"),"sum":"([0-9a-f]{8})"\}/.exec(
      text,
    );
  if (found === null) return null;
  const [, body = '', tillId = '', count = '', sequence, hash = '', sum = ''] = found;
  if (count !== sequence || crc32(body) !== Number.parseInt(sum, 16)) return null;
  return { tillId, count: Number(count), hash };
}

/**
 * What the file says: `none` when there is no file, or it is empty; `unreadable` when nobody but a stranger can have written
 * it so.
 */
export function readAnchor(file: string): Anchor | 'none' | 'unreadable' {
  if (!existsSync(file)) return 'none';
  const text = readFileSync(file, 'latin1');
  if (text === '') return 'none';
  const slots = [text.slice(0, slotBytes), text.slice(slotBytes)].map(readSlot);
  const [first = null, second = null] = slots;
  if (first === null || second === null) return first ?? second ?? 'unreadable';
  return first.count >= second.count ? first : second;
}

export interface AnchorFile {
  /** Waits until the disk has it. Throws when the disk refuses. */
  readonly write: (anchor: Anchor) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the file to write into; what it says stays until the first write. */
export async function openAnchor(file: string): Promise<AnchorFile> {
  // Not to append: every write goes to its place.
  const handle: FileHandle = await open(file, existsSync(file) ? 'r+' : 'w+', 0o600);
  let slot = 0;
  return {
    async write(anchor) {
      await handle.write(slotOf(anchor), 0, slotBytes, slot * slotBytes);
      await handle.datasync();
      slot = 1 - slot;
    },
    close: () => handle.close(),
  };
}

/** Keeps a head that the database does not reach under another name; answers it. */
export function putAnchorAside(file: string, anchor: Anchor): string {
  const kept = `${file}.${anchor.count}-${anchor.hash.slice(0, 8)}`;
  renameSync(file, kept);
  return kept;
}
