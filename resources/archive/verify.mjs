#!/usr/bin/env node
/**
 * Checks an archive of the till's journal. It is one file, needs Node 18 or newer and nothing else, and shares no code with the
 * program that wrote the archive: whoever doubts that program can read this one.
 *
 *     node verify.mjs [FOLDER]
 *
 * Ends with 0 when the archive is whole, with 1 when it is not (and says which document is not as it was written), with 2 when
 * there is nothing to check.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? dirname(fileURLToPath(import.meta.url));
const sha256 = (data) => createHash('sha256').update(data).digest('hex');

/** JSON with sorted keys, no spaces and whole numbers: the one text that was hashed. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const parts = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${parts.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error('a number is not whole');
  return JSON.stringify(value);
}

class Broken extends Error {}
const fail = (words) => {
  throw new Broken(words);
};

function read(name) {
  try {
    return readFileSync(join(folder, name));
  } catch {
    console.error(`${join(folder, name)} is not there.`);
    process.exit(2);
  }
}

/** `document 12 (sale, 2026-11-22, receipt 3)` */
function nameOf(sequence, document) {
  const receipt = document?.kind === 'sale' ? `, receipt ${document.content?.number}` : '';
  return `document ${sequence}${document === undefined ? '' : ` (${document.kind}, ${document.businessDay}${receipt})`}`;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The seal names the archive's file and its head, signed with the key of the till. */
function checkSeal(seal) {
  if (typeof seal !== 'object' || seal === null || typeof seal.signature !== 'string') fail('the seal cannot be read');
  const { signature, ...sealed } = seal;
  let isSigned = false;
  try {
    const key = createPublicKey({ key: Buffer.from(seal.publicKey, 'base64'), format: 'der', type: 'spki' });
    isSigned = verify(null, Buffer.from(canonical(sealed)), key, Buffer.from(signature, 'base64'));
  } catch {
    isSigned = false;
  }
  if (!isSigned) fail('the seal was changed: its signature does not fit');
}

function checkHeader(header, seal) {
  if (header?.archive !== 'daftar journal') fail('the first line is no head of an archive');
  for (const name of ['till', 'from', 'to', 'count', 'firstSequence', 'lastSequence', 'hashBefore', 'hashAfter']) {
    if (header[name] !== seal[name]) fail(`the head of the archive says another ${name} than the seal`);
  }
  if (header.lastSequence - header.firstSequence + 1 !== header.count) fail('the head of the archive contradicts itself');
}

/** Money and numbers inside a sale must fit each other, whatever the hashes say. */
function checkSale({ content }, at) {
  const sum = (list, of) => list.reduce((total, each) => total + of(each), 0);
  if (sum(content.lines, (line) => line.netSom) !== content.netSom) fail(`${at}: its lines do not add up to its net`);
  const discounts = (line) => sum(line.adjustments, (each) => each.amountSom);
  if (content.lines.some((line) => line.grossSom - discounts(line) !== line.netSom)) {
    fail(`${at}: the discounts of a line do not add up`);
  }
  const donated = content.donation?.amountSom ?? 0;
  if (sum(content.tenders, (each) => each.amountSom) + content.roundingSom !== content.netSom + donated) {
    fail(`${at}: its payments do not cover its net`);
  }
}

const lineStart = /^\{"till":"([^"]*)","sequence":(\d+),"hash":"([0-9a-f]{64})","document":/;

function checkLinks(lines, header) {
  let sequence = header.firstSequence - 1;
  let previous = header.hashBefore;
  let receipt = null;
  for (const line of lines) {
    sequence += 1;
    const found = lineStart.exec(line);
    const text = found === null ? '' : line.slice(found[0].length, -1);
    const document = parsed(text);
    const at = nameOf(sequence, document);
    if (found === null || document === undefined) fail(`${at}: the line cannot be read`);
    if (Number(found[2]) !== sequence) fail(`${at}: number ${found[2]} stands in its place`);
    if (sequence > header.lastSequence) fail(`${at}: it stands behind the last one that the head names`);
    if (found[1] !== header.till || document.till !== header.till) fail(`${at}: it is another till's`);
    if (canonical(document) !== text) fail(`${at}: its text was written by another hand`);
    if (sha256(`${sequence}\n${previous}\n${text}`) !== found[3]) {
      fail(`${at}: it is not what was written, or the one before it is not`);
    }
    if (document.kind === 'sale') {
      checkSale(document, at);
      const { number } = document.content;
      if (receipt !== null && number !== receipt + 1) fail(`${at}: receipt ${receipt + 1} is missing`);
      receipt = number;
    }
    previous = found[3];
  }
  if (sequence < header.lastSequence) fail(`document ${sequence + 1}: it is missing, the end of the archive was cut off`);
  if (previous !== header.hashAfter) fail(`document ${sequence}: the head of the archive knows another one in its place`);
}

try {
  const seal = parsed(read('seal.json').toString('utf8'));
  const bytes = read('journal.ndjson');
  checkSeal(seal);
  const [first = '', ...lines] = bytes.toString('utf8').split('\n');
  if (lines.pop() !== '') fail('the last line is not whole');
  const header = parsed(first);
  checkHeader(header, seal);
  checkLinks(lines, header);
  if (sha256(bytes) !== seal.sha256) fail('the file is not the one that was sealed');
  console.log(`Whole: ${header.count} documents, ${header.from} to ${header.to}, number ${header.firstSequence} to ${header.lastSequence}.`);
  console.log(`Head: ${header.hashAfter}`);
  console.log(`Key of the till: ${sha256(Buffer.from(seal.publicKey, 'base64')).slice(0, 16)}`);
} catch (error) {
  if (!(error instanceof Broken)) throw error;
  console.log(`NOT WHOLE. ${error.message}.`);
  process.exitCode = 1;
}
