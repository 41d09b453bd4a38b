/** The chain of the journal: canonical text of a document, and the text whose hash binds it to the one before. */
import type { JsonValue, TillDocument } from './document.ts';

/** What the first link of every till points at. */
export const firstLink = '0'.repeat(64);

/**
 * JSON with sorted keys, no spaces and whole numbers only, so that the same content always has the same text.
 * Throws on a number that is not whole, because such a number has no one way to be written.
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} has no canonical form`);
    return String(value === 0 ? 0 : value);
  }
  let text = '';
  if (isList(value)) {
    for (const item of value) text += (text === '' ? '' : ',') + canonicalJson(item);
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    text += (text === '' ? '' : ',') + keyText(key) + canonicalJson(value[key] ?? null);
  }
  return `{${text}}`;
}

/** How the keys of documents are written: a few dozen words, which every sale writes a hundred times. */
const keyTexts = new Map<string, string>();

function keyText(key: string): string {
  const known = keyTexts.get(key);
  if (known !== undefined) return known;
  const text = `${JSON.stringify(key)}:`;
  keyTexts.set(key, text);
  return text;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The whole document as the journal keeps it: who, when, which day, and the content with all its amounts. */
export function documentText(document: TillDocument): string {
  return canonicalJson({
    kind: document.kind,
    id: document.id,
    till: document.tillId,
    person: document.personId,
    approver: document.approverId,
    businessDay: document.businessDay,
    at: document.at,
    customer: document.customerId,
    paidSom: document.paidSom,
    content: document.content,
  });
}

/** What is hashed for one link: the place in the chain, the link before and the whole content. */
export function linkText(sequence: number, previousHash: string, contentText: string): string {
  return `${sequence}\n${previousHash}\n${contentText}`;
}

export interface JournalLink {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly contentText: string;
}

export type ChainFault = 'order' | 'broken' | 'altered';

/** Where a chain goes on after: its last known link. */
export type ChainEnd = Pick<JournalLink, 'sequence' | 'hash'>;

/** Before the first link of a till. */
export const chainBegin: ChainEnd = { sequence: 0, hash: firstLink };

/**
 * The first fault of a chain, or null when it is whole from its first link on, or from the link that `after` names, so
 * that a long one can be read in pages. `hashOf` is SHA-256 as hexadecimal.
 *
 * | fault   | what was done to the journal                     |
 * |---------|--------------------------------------------------|
 * | order   | a sequence number is missing, doubled or swapped |
 * | broken  | the link before is not the one that was there    |
 * | altered | the content is not what was hashed               |
 */
export function firstFault(
  links: readonly JournalLink[],
  hashOf: (text: string) => string,
  after: ChainEnd = chainBegin,
): { readonly sequence: number; readonly fault: ChainFault } | null {
  let previousHash = after.hash;
  let { sequence } = after;
  for (const link of links) {
    sequence += 1;
    if (link.sequence !== sequence) return { sequence, fault: 'order' };
    if (link.previousHash !== previousHash) return { sequence, fault: 'broken' };
    if (hashOf(linkText(sequence, previousHash, link.contentText)) !== link.hash) {
      return { sequence, fault: 'altered' };
    }
    previousHash = link.hash;
  }
  return null;
}
