/** Reads a printed PDF back as a shop would: its pages, its words, and the codes a scanner sees on it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';

const said = new Set<string>();

/** Runs a program; null, and a loud line once, where it is not on this PC. */
function run(program: string, words: readonly string[], whatIsNotTested: string): string | null {
  const { error, stdout } = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 64_000_000 });
  if (error === undefined) return stdout;
  if (!said.has(program)) console.warn(`NOT TESTED here: ${whatIsNotTested}, because ${program} is missing`);
  said.add(program);
  return null;
}

/** Width and height of each page in whole millimetres. */
export async function pagesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const read = await PDFDocument.load(pdf);
  const millimetres = (points: number) => Math.round((points * 25.4) / 72);
  return read.getPages().map((page) => `${millimetres(page.getWidth())}×${millimetres(page.getHeight())}`);
}

function inFolder<T>(pdf: Uint8Array, work: (folder: string, file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'daftar-sheets-'));
  const file = join(folder, 'sheets.pdf');
  writeFileSync(file, pdf);
  try {
    return work(folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The words of all pages with single spaces; null without poppler. */
export function wordsOf(pdf: Uint8Array): string | null {
  return inFolder(pdf, (_folder, file) => {
    const text = run('pdftotext', ['-layout', file, '-'], 'the words of a PDF');
    return text?.normalize('NFC').replace(/\s+/g, ' ') ?? null;
  });
}

/** A hand-held scanner sees one code at a time; a program that sees a whole sheet misses one now and then. */
const dotsPerInch = [150, 200, 300] as const;

export interface Scanned {
  readonly qr: Set<string>;
  readonly bars: Set<string>;
}

/**
 * What a scanner reads on the sheets, each code once; looks closer only while one of the wanted is missing. Null without
 * poppler or zbar.
 */
export function scannedOf(pdf: Uint8Array, wanted: readonly string[]): Scanned | null {
  return inFolder(pdf, (folder, file) => {
    const scanned: Scanned = { qr: new Set(), bars: new Set() };
    const misses = () => wanted.some((code) => !scanned.qr.has(code) || !scanned.bars.has(code));
    for (const dots of dotsPerInch) {
      if (!misses()) break;
      const seen = seenAt(dots, folder, file);
      if (seen === null) return null;
      for (const [, kind, code = ''] of seen.matchAll(/^(QR-Code|CODE-128):(.*)$/gm)) {
        (kind === 'QR-Code' ? scanned.qr : scanned.bars).add(code);
      }
    }
    return scanned;
  });
}

function seenAt(dots: number, folder: string, file: string): string | null {
  const name = `page-${dots}`;
  const drawing = ['-r', String(dots), '-gray', file, join(folder, name)];
  if (run('pdftoppm', drawing, 'scanning a PDF') === null) return null;
  const pictures = readdirSync(folder).filter((picture) => picture.startsWith(name));
  const words = ['-q', '--nodbus', '-Sdisable', '-Sqrcode.enable', '-Scode128.enable'];
  return run('zbarimg', [...words, ...pictures.map((picture) => join(folder, picture))], 'scanning a PDF');
}
