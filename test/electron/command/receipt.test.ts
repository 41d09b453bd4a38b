/** The receipt runner: examples that must print, words for files that cannot, and that it prints the till's own receipt. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ReceiptRun, runReceiptCommand, usage } from '../../../electron/command/receipt.ts';
import { blocksOfDocument } from '../../../electron/command/receiptBlocks.ts';
import { receiptDocumentSchema } from '../../../electron/command/receiptDocument.ts';
import { couponsOfSale } from '../../../electron/coupon/queries.ts';
import { root } from '../../../electron/shell/root.ts';
import { printerProfiles } from '../../../shared/receipt/printers.ts';
import { type DecodedJob, decodeJob } from '../../receipt/decodeJob.ts';
import { openCounter } from '../sale/counter.ts';

const folder = join(root, 'test/receipt/documents');
const examples = readdirSync(folder).filter((file) => file !== 'ownProfile.json');
const profiles = Object.keys(printerProfiles);

function emptyFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'daftar-receipt-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const exampleOf = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

async function printed(file: string, profile: string): Promise<DecodedJob> {
  const out = join(emptyFolder(), 'job.bin');
  const { exitCode } = await runReceiptCommand([join(folder, file), '--profile', profile, '--out', out]);
  expect(exitCode).toBe(0);
  return decodeJob(readFileSync(out));
}

/** Runs a document that may be wrong; `wrong` is what was told. */
async function tried(document: unknown, profile = 'epson80'): Promise<ReceiptRun> {
  const directory = emptyFolder();
  const file = join(directory, 'document.json');
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document));
  return runReceiptCommand([file, '--profile', profile, '--out', join(directory, 'job.bin')]);
}

describe('every example of the documentation', () => {
  test.each(
    examples.flatMap((file) => [...profiles, join(folder, 'ownProfile.json')].map((name) => [file, name])),
  )('%s prints on %s, byte for byte what a printer expects', async (file, profile) => {
    const job = await printed(file, profile);
    expect(job.events.length).toBeGreaterThan(5);
    expect(job.drawerKicks).toEqual([]);
  });

  test('a sale says what was sold, paid and earned, and carries its codes', async () => {
    const job = await printed('sale.json', 'xprinter80');
    const text = job.lines.join('\n');
    for (const words of ["O'rikzor savdo", 'Kassir', 'Karta Humo', 'Non kartasi', 'FISKAL CHEK EMAS'])
      expect(text).toContain(words);
    expect(text).toMatch(/JAMI +77 200/);
    expect(text).toMatch(/Qaytim +20 000/);
    expect(text).toMatch(/Sut kuni -10% +-2 800/);
    expect(job.barcodes.map(({ data }) => data)).toEqual(['R6JCLAEYYF', 'KGUNWLQAAL']);
    expect(job.qrCodes.map(({ data }) => data)).toEqual(['https://orikzor.uz/', 'KGUNWLQAAL']);
    expect(job.rasters).toHaveLength(1);
    expect(job.cuts).toHaveLength(1);
  });

  test('a fiscal mark takes the place of the words that it is not a fiscal receipt', async () => {
    const job = await printed('saleWithoutCard.json', 'epson80');
    const text = job.lines.join('\n');
    expect(text).not.toContain('EMAS');
    expect(text).toContain('402516783902');
    expect(job.qrCodes.map(({ data }) => data)).toEqual(['CU82AY4NN9', expect.stringMatching(/^https:/)]);
  });

  test('a copy says so on top and prints the same codes', async () => {
    const original = receiptDocumentSchema.parse(exampleOf('sale.json'));
    const copy = receiptDocumentSchema.parse({ ...exampleOf('sale.json'), copyNumber: 2 });
    const profile = printerProfiles.epson80;
    const [mark, ...rest] = blocksOfDocument(copy, profile);
    expect(mark).toEqual({ kind: 'heading', text: 'NUSXA №2' });
    expect(rest).toEqual(blocksOfDocument(original, profile));
  });

  test('a copy speaks the language that leads on the shop’s receipts, whatever its customer speaks', () => {
    const sale = exampleOf('sale.json') as { readonly shop: object };
    const shop = { ...sale.shop, receiptForm: { languages: ['ru', 'uz'] } };
    const copy = receiptDocumentSchema.parse({ ...sale, shop, language: 'en', copyNumber: 1 });
    const [mark] = blocksOfDocument(copy, printerProfiles.epson80);
    expect(mark).toEqual({ kind: 'heading', text: 'ДУБЛИКАТ №1' });
  });

  test('coupons are cut one from the other', async () => {
    const job = await printed('coupon.json', 'epson80');
    expect(job.cuts).toHaveLength(2);
    expect(job.lines.filter((line) => line.includes('KUPON'))).toHaveLength(2);
    expect(job.lines.join(' ')).toContain('Ahmad');
  });
});

test('the runner prints the very receipt that the till queues', async () => {
  const counter = await openCounter({ settings: { name: 'Baraka', vatBasisPoints: 1200 as never } });
  await counter.addPrinter();
  await counter.cashier.put('a', 'a', 'b');
  await counter.cashier.pay({ receivedCashSom: 100_000 as never });
  const { db } = counter;
  const sale = await db.selectFrom('sale').selectAll().executeTakeFirstOrThrow();
  const job = await db
    .selectFrom('print_job')
    .select('blocks_json')
    .where('document_kind', '=', 'sale')
    .where('kind', '=', 'paper')
    .executeTakeFirstOrThrow();
  const document = receiptDocumentSchema.parse({
    kind: 'sale',
    shop: { name: 'Baraka', vatBasisPoints: 1200 },
    language: sale.language,
    number: sale.number,
    receiptCode: sale.receipt_code,
    soldAt: sale.sold_at,
    cashier: 'Kassir',
    lines: [
      { name: { uz: 'Choy' }, quantityThousandths: 2000, priceSom: 12_990 },
      { name: { uz: 'Guruch' }, priceSom: 45_500 },
    ],
    tenders: [{ kind: 'cash', amountSom: 71_480 }],
    receivedCashSom: 100_000,
    bonusEarnedSom: sale.bonus_earned_som,
    claim: { code: sale.claim_code, expiresOn: sale.claim_expires_on },
    coupons: (await couponsOfSale(db, sale.id)).map(({ series, ...coupon }) => ({
      ...coupon,
      name: series.name,
      series: { benefit: series.benefit, minimumSom: series.minimumSom },
    })),
  });
  expect(document).toMatchObject({ coupons: [{ isBound: true }] });
  expect(blocksOfDocument(document, printerProfiles.epson80)).toEqual(JSON.parse(job.blocks_json));
});

describe('a document that cannot be printed', () => {
  const sale = exampleOf('smallSale.json');
  const line = sale.lines[0];

  test.each<[string, object, string, RegExp]>([
    ['a price in words', { lines: [line, { ...line, priceSom: '4000' }] }, 'lines.1.priceSom', /number/],
    ['a field nobody knows', { tip: 500 }, '', /tip/],
    ['a setting nobody knows', { shop: { nmae: 'Baraka' } }, 'shop', /nmae/],
    ['no lines', { lines: [] }, 'lines', /1/],
    ['a mistyped receipt code', { receiptCode: 'R6JCLAEYYG' }, 'receiptCode', /check character/],
    [
      'a day that does not exist',
      { claim: { code: 'CU82AY4NN9', expiresOn: '2026-02-30' } },
      'claim.expiresOn',
      /./,
    ],
    ['money that is missing', { tenders: [] }, 'tenders', /come to 0 .* 8000 is to pay/],
    ['cash that is too little', { receivedCashSom: 5000 }, 'receivedCashSom', /3000 less/],
    [
      'more discount than price',
      { lines: [{ ...line, discounts: [{ reason: { uz: 'Sovgʻa' }, amountSom: 9000 }] }], tenders: [] },
      'lines.0.discounts',
      /1000 more than the line costs/,
    ],
  ])('%s: the field is named and nothing is written', async (_, change, at, says) => {
    const { told, exitCode } = await tried({ ...sale, ...change });
    expect(exitCode).toBe(1);
    expect(told).toMatchObject({
      isPrinted: false,
      problems: expect.arrayContaining([{ at, says: expect.stringMatching(says) }]),
    });
  });

  test('text that is not JSON, and a kind nobody knows', async () => {
    expect(await tried('{ "kind": ')).toMatchObject({ exitCode: 1, told: { problems: [{ at: '' }] } });
    const unknown = await tried({ kind: 'poem' });
    expect(unknown).toMatchObject({ exitCode: 1, told: { problems: [{ at: 'kind' }] } });
  });

  test('a profile of one’s own is checked like the document', async () => {
    const file = join(emptyFolder(), 'narrow.json');
    writeFileSync(file, JSON.stringify({ ...exampleOf('ownProfile.json'), columns: 48 }));
    const { told, exitCode } = await tried(sale, file);
    expect(exitCode).toBe(1);
    expect(JSON.stringify(told)).toContain('the columns do not fit on the dots');
  });
});

describe('the command', () => {
  const script = join(root, 'electron/command/receipt.ts');
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });

  test('writes the bytes and the picture, says so, and ends with 0', () => {
    const directory = emptyFolder();
    const [out, png] = [join(directory, 'job.bin'), join(directory, 'preview.png')];
    const ran = run(join(folder, 'sale.json'), '--profile', 'xprinter58', '--out', out, '--png', png);
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
    const bytes = readFileSync(out);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      isPrinted: true,
      document: 'sale',
      profile: 'xprinter58',
      bytes: bytes.length,
      picture: { widthDots: 384 },
    });
    expect(bytes.subarray(0, 7).toString('hex')).toBe('1b401c2e1b4d00');
    expect(readFileSync(png).subarray(1, 4).toString('latin1')).toBe('PNG');
  });

  test('ends with 1 for a document that is wrong, and leaves no file behind', () => {
    const directory = emptyFolder();
    const file = join(directory, 'wrong.json');
    writeFileSync(file, '{}');
    const out = join(directory, 'job.bin');
    expect(run(file, '--profile', 'epson80', '--out', out).status).toBe(1);
    expect(existsSync(out)).toBe(false);
  });

  const sale = join(folder, 'sale.json');
  const nowhere = join(tmpdir(), 'no such folder', 'job.bin');
  test.each<[string, readonly string[], RegExp]>([
    ['no document', ['--profile', 'epson80', '--out', nowhere], /DOCUMENT.json is needed/],
    ['no profile', [sale, '--out', nowhere], /epson80, xprinter80/],
    ['no file for the bytes', [sale, '--profile', 'epson80'], /--out/],
    ['an unknown profile', [sale, '--profile', 'espon80', '--out', nowhere], /espon80 is none of epson80/],
    ['an unknown option', [sale, '--profil', 'epson80'], /--profil/],
    [
      'a document that is not there',
      ['no.json', '--profile', 'epson80', '--out', nowhere],
      /cannot read no.json/,
    ],
    ['a file that cannot be written', [sale, '--profile', 'epson80', '--out', nowhere], /cannot write/],
  ])('%s: says what is wrong and ends with 2', async (_, args, says) => {
    const { told, exitCode } = await runReceiptCommand(args);
    expect(exitCode).toBe(2);
    expect(JSON.stringify(told)).toMatch(says);
  });

  test('--help and --schema print and end with 0', async () => {
    expect(await runReceiptCommand(['--help'])).toEqual({ told: usage, exitCode: 0 });
    const { told } = await runReceiptCommand(['--schema']);
    expect(JSON.stringify(told)).toContain('receiptCode');
  });
});

describe('docs/receipts.md', () => {
  const page = readFileSync(join(root, 'docs/receipts.md'), 'utf8');
  const shown = [...page.matchAll(/```json\n(?<json>[\s\S]*?)```/g)].map(({ groups }) =>
    JSON.parse(groups?.json ?? ''),
  );

  test.each(readdirSync(folder))('shows %s as it is', (file) => {
    expect(shown).toContainEqual(exampleOf(file));
  });

  /** What programme rules consist of is told in docs/scenarios.md. */
  const toldElsewhere = ['shop', 'series', 'benefit'];

  test('names every field of the documents', async () => {
    const { told } = await runReceiptCommand(['--schema']);
    const fieldsOf = (node: unknown): readonly string[] => {
      if (typeof node !== 'object' || node === null) return [];
      return Object.entries(node).flatMap(([key, value]) => {
        if (key !== 'properties') return fieldsOf(value);
        const fields = Object.entries(value as object).filter(([name]) => !toldElsewhere.includes(name));
        return fields.flatMap(([name, of]) => [name, ...fieldsOf(of)]);
      });
    };
    const fields = new Set(fieldsOf((told as { readonly oneOf: unknown }).oneOf));
    expect(fields.size).toBeGreaterThan(60);
    const missing = [...fields].filter(
      (name) => !page.includes(`\`${name}\``) && !page.includes(`"${name}"`),
    );
    expect(missing).toEqual([]);
  });
});
