/** Reads codes off pictures and PDFs with programs that are not ours: zbar, and poppler to draw pages. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ScannedCode {
  /** As zbar calls it: QR-Code, CODE-128, EAN-13. */
  readonly kind: string;
  readonly data: string;
}

const isThere = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/**
 * The programs of these that are missing here; says so loudly, with what is not proved without them. Debian has them in
 * zbar-tools and poppler-utils.
 */
export function missingPrograms(
  programs: readonly ('zbarimg' | 'pdftoppm' | 'pdffonts')[],
  notProved: string,
): readonly string[] {
  const missing = programs.filter((program) => !isThere(program));
  if (missing.length > 0)
    console.warn(`SKIPPED, NOT PROVED here: ${notProved}: ${missing.join(', ')} missing`);
  return missing;
}

function run(program: string, words: readonly string[]): string {
  const { error, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 64_000_000 });
  if (error !== undefined) throw error;
  return stdout + (program === 'zbarimg' ? '' : stderr);
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'daftar-scan-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function scanFile(file: string): readonly ScannedCode[] {
  const words = ['-q', '--nodbus', '-Sdisable', '-Sqrcode.enable', '-Scode128.enable', '-Sean13.enable'];
  const seen = run('zbarimg', [...words, file]);
  return [...seen.matchAll(/^(QR-Code|CODE-128|EAN-13):(.*)$/gm)].map(([, kind = '', data = '']) => ({
    kind,
    data,
  }));
}

/** The codes on one picture, a PNG file's bytes. */
export function scanPicture(png: Uint8Array): readonly ScannedCode[] {
  return inFolder((folder) => {
    const file = join(folder, 'picture.png');
    writeFileSync(file, png);
    return scanFile(file);
  });
}

/** The codes on some pages of a PDF, counted from 1, drawn with so many dots an inch. */
export function scanPages(
  pdf: Uint8Array,
  pages: readonly number[],
  dotsPerInch: number,
): ReadonlyMap<number, readonly ScannedCode[]> {
  return inFolder((folder) => {
    const file = join(folder, 'sheets.pdf');
    writeFileSync(file, pdf);
    const drawing = ['-r', String(dotsPerInch), '-gray', '-singlefile'];
    return new Map(
      pages.map((page) => {
        const picture = join(folder, `page${page}`);
        run('pdftoppm', [...drawing, '-f', String(page), file, picture]);
        return [page, scanFile(`${picture}.pgm`)];
      }),
    );
  });
}

/** Every font of a PDF, and whether it is inside. */
export function fontsOf(pdf: Uint8Array): readonly { readonly name: string; readonly isEmbedded: boolean }[] {
  return inFolder((folder) => {
    const file = join(folder, 'sheets.pdf');
    writeFileSync(file, pdf);
    const [, , ...rows] = run('pdffonts', [file]).trim().split('\n');
    // name, type (of one or two words), encoding, emb, sub, uni, object
    return rows.map((row) => {
      const [name = ''] = row.split(/\s+/);
      const embedded = /\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.exec(row);
      return { name, isEmbedded: embedded?.[1] === 'yes' };
    });
  });
}
