/** Reads printed labels and cards back: the size of each page, the fonts that lie in the file, and the bars a scanner sees. */
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

function inFolder<T>(pdf: Uint8Array, work: (folder: string, file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'daftar-labels-'));
  const file = join(folder, 'labels.pdf');
  writeFileSync(file, pdf);
  try {
    return work(folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Width and height of each page in millimetres. A browser rounds a page to whole points of 0.35 mm. */
export async function sizesOf(pdf: Uint8Array): Promise<readonly (readonly [number, number])[]> {
  const read = await PDFDocument.load(pdf);
  const millimetres = (points: number) => (points * 25.4) / 72;
  return read.getPages().map((page) => [millimetres(page.getWidth()), millimetres(page.getHeight())]);
}

/** Whether each font of the file lies in it; null without poppler. */
export function fontsOf(
  pdf: Uint8Array,
): readonly { readonly name: string; readonly isIn: boolean }[] | null {
  return inFolder(pdf, (_folder, file) => {
    const table = run('pdffonts', [file], 'whether fonts lie in the PDF');
    if (table === null) return null;
    const rows = table.trimEnd().split('\n').slice(2);
    // name, type, encoding, emb, sub, uni, object: the last five columns are single words.
    return rows.map((row) => {
      const columns = row.trim().split(/\s+/);
      return { name: columns[0] ?? '', isIn: columns.at(-5) === 'yes' };
    });
  });
}

export interface Looking {
  readonly dotsPerInch: readonly number[];
  /** A label printer knows black and white alone. */
  readonly ink: 'mono' | 'gray';
}

/**
 * The bars and squares a scanner reads on the pages, `EAN-13:478…`, each once: a program that sees a whole sheet misses one
 * now and then, so it may look at several sizes. Null without poppler or zbar.
 */
export function readCodes(pdf: Uint8Array, { dotsPerInch, ink }: Looking): readonly string[] | null {
  return inFolder(pdf, (folder, file) => {
    const codes = new Set<string>();
    for (const dots of dotsPerInch) {
      const name = `page-${dots}`;
      const drawing = ['-r', String(dots), `-${ink}`, file, join(folder, name)];
      if (run('pdftoppm', drawing, 'scanning a PDF') === null) return null;
      const pictures = readdirSync(folder).filter((picture) => picture.startsWith(name));
      const kinds = ['ean13', 'ean8', 'code128', 'qrcode'].map((kind) => `-S${kind}.enable`);
      const words = ['-q', '--nodbus', '-Sdisable', ...kinds, ...pictures.map((each) => join(folder, each))];
      const seen = run('zbarimg', words, 'scanning a PDF');
      if (seen === null) return null;
      for (const code of seen.split('\n')) if (code !== '') codes.add(code);
    }
    return [...codes].sort();
  });
}
