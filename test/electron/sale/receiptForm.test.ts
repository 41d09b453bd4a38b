/** The form of the receipt at work: what a sale prints with it, what the preview shows, what the journal keeps of it. */
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { saleReceipt } from '../../../electron/sale/paper.ts';
import { tryReceipt } from '../../../electron/sale/tryReceipt.ts';
import { saveLogo } from '../../../electron/shop/logo.ts';
import { changeSettings, settings as settingsVerb } from '../../../electron/shop/settings.ts';
import { type Block, blocksSchema, rowsOfPicture } from '../../../shared/receipt/blocks.ts';
import type { ReceiptForm } from '../../../shared/shop/receiptForm.ts';
import { linesOf } from '../credit/creditShop.ts';
import { type Counter, openCounter } from './counter.ts';
import { formWith, sampleSale, textOf } from './receiptText.ts';

const squeezed = (line: string) => line.replace(/\s+/g, ' ');

async function blocksOfSale({ db }: Counter): Promise<readonly Block[]> {
  const row = await db
    .selectFrom('print_job')
    .select('blocks_json')
    .where('document_kind', '=', 'sale')
    .where('kind', '=', 'paper')
    .executeTakeFirstOrThrow();
  return blocksSchema.parse(JSON.parse(row.blocks_json));
}

const printed = async (counter: Counter) => linesOf(await blocksOfSale(counter)).map(squeezed);

/** A counter whose receipts have this form. */
async function counterWith(form: ReceiptForm): Promise<Counter> {
  const counter = await openCounter({
    settings: { receiptForm: form, address: 'Navoiy 12', phone: '+998901234567' },
  });
  await counter.addPrinter();
  return counter;
}

async function sellTea(counter: Counter): Promise<void> {
  await counter.cashier.put('a', 'b', 'a');
  await counter.cashier.pay();
}

describe('a receipt in the shop’s form', () => {
  test('speaks the languages that the shop chose, and says in each that it is not fiscal', async () => {
    const counter = await counterWith(formWith({ languages: ['uz', 'ru'] }));
    await sellTea(counter);
    const lines = await printed(counter);
    expect(lines).toContain('JAMI / ИТОГО 71 480');
    expect(lines).toContain('Naqd / Наличные 71 480');
    const last = lines.indexOf('FISKAL CHEK EMAS');
    expect(lines[last + 1]).toBe('НЕ ФИСКАЛЬНЫЙ ЧЕК');
  });

  test('leaves out what the shop switched off, and nothing of the money', async () => {
    const off = { address: false, phone: false, cashier: false, thanks: false, returnTerm: false };
    const counter = await counterWith(formWith({ parts: off }));
    await sellTea(counter);
    const text = (await printed(counter)).join('\n');
    for (const gone of ['Navoiy', '+998', 'Kassir', 'rahmat', 'Qaytarish']) expect(text).not.toContain(gone);
    for (const stays of ['JAMI 71 480', 'Naqd 71 480', 'FISKAL CHEK EMAS']) expect(text).toContain(stays);
  });

  test('the newer footer stands in place of the older one, which still prints where there is no newer', async () => {
    const footer = { uz: 'Yana keling' };
    const newer = await openCounter({
      settings: { receiptFooter: 'Eski matn', receiptForm: formWith({ footer }) },
    });
    await newer.addPrinter();
    await sellTea(newer);
    expect(await printed(newer)).toContain('Yana keling');
    expect(await printed(newer)).not.toContain('Eski matn');
    const older = await openCounter({ settings: { receiptFooter: 'Eski matn' } });
    await older.addPrinter();
    await sellTea(older);
    expect(await printed(older)).toContain('Eski matn');
  });

  test('advice on a product stands once, under its first line, and not at all where it is switched off', async () => {
    const advise = (counter: Counter) =>
      counter.db
        .updateTable('product')
        .set({ advice_json: JSON.stringify({ uz: 'Quruq joyda saqlang', ru: 'Хранить в сухом месте' }) })
        .where('id', '=', counter.productIds.a)
        .execute();
    const counter = await counterWith(formWith({}));
    await advise(counter);
    await sellTea(counter);
    const lines = await printed(counter);
    expect(lines.filter((line) => line === 'Quruq joyda saqlang')).toHaveLength(1);
    expect(lines[lines.indexOf('Quruq joyda saqlang') - 2]).toBe('Choy');
    const silent = await counterWith(formWith({ parts: { advice: false } }));
    await advise(silent);
    await sellTea(silent);
    expect((await printed(silent)).join()).not.toContain('saqlang');
  });

  test('goods that stand on two lines are advised on once', () => {
    const sample = sampleSale('uz', formWith({}));
    const productId = sample.lines[0]?.product_id ?? '';
    const lines = sample.lines.map((line) => ({ ...line, product_id: productId }));
    const text = textOf(saleReceipt({ ...sample, lines }), 48);
    expect(text.split('Quruq joyda saqlang.')).toHaveLength(2);
  });

  test('the logo stands on top, no wider than two thirds of the paper', async () => {
    const counter = await counterWith(formWith({ showsLogo: true }));
    const canvas = createCanvas(600, 300);
    const context = canvas.getContext('2d');
    context.fillStyle = '#000000';
    context.fillRect(0, 0, 300, 300);
    const png = canvas.toBuffer('image/png').toString('base64');
    counter.workAs(counter.ownerId, 'office');
    await counter.call(saveLogo, { intentionId: counter.newId(), png }, 'office');
    await sellTea(counter);
    const [logo] = await blocksOfSale(counter);
    if (logo?.kind !== 'image') throw new Error('no logo was printed');
    // 600 × 300 in a frame of 384 × 160: 320 × 160, whose left half is black.
    expect([logo.widthDots, logo.heightDots]).toEqual([320, 160]);
    const row = 'ff'.repeat(20) + '00'.repeat(20);
    expect(rowsOfPicture(logo)).toBe(row.repeat(160));
    // 6 400 bytes of dots would be 12 800 characters in every receipt.
    expect(logo.bitsHex.length).toBeLessThan(1500);
  });

  test('a shop without a logo prints none, whatever the form wants', async () => {
    const counter = await counterWith(formWith({ showsLogo: true }));
    await sellTea(counter);
    expect((await blocksOfSale(counter))[0]).toEqual({ kind: 'heading', text: 'Sinov' });
  });
});

describe('the form itself', () => {
  test('the preview shows a form that nobody saved', async () => {
    const counter = await openCounter();
    counter.workAs(counter.ownerId, 'office');
    const form = formWith({ header: { uz: 'Oilaviy doʻkon' }, languages: ['uz', 'en'] });
    const { preview } = await counter.call(tryReceipt, { form, language: 'ru', columns: 32 }, 'office');
    expect(preview.columns).toBe(32);
    const lines = preview.rows.map((row) => (row.kind === 'text' ? row.text.trim() : row.kind));
    expect(lines[0]).toBe('Sinov');
    expect(lines[1]).toBe("Oilaviy do'kon");
    expect(lines).toContain('Naqd / Cash               75 400');
    const kept = await counter.call(settingsVerb, {}, 'office');
    expect(kept.receiptForm.header).toEqual({});
  });

  test('a cashier does not decide how receipts look', async () => {
    const counter = await openCounter();
    const call = counter.call(tryReceipt, { form: formWith({}), language: 'uz', columns: 48 });
    expect((await counter.refusal(call)).code).toBe('NotAllowed');
  });

  test('the journal says that the form was changed, but none of the shop’s words; the same form again says nothing', async () => {
    const counter = await openCounter();
    counter.workAs(counter.ownerId, 'office');
    const save = async () => {
      const before = await counter.call(settingsVerb, {}, 'office');
      const receiptForm = formWith({ footer: { uz: 'Aziz aka, 90 123-45-67' } });
      const settings = { ...before, receiptForm };
      await counter.call(changeSettings, { intentionId: counter.newId(), settings }, 'office');
    };
    const changes = async () =>
      counter.db
        .selectFrom('journal')
        .select('content_json')
        .where('document_kind', '=', 'settingsChanged')
        .orderBy('sequence', 'desc')
        .execute();
    const before = (await changes()).length;
    await save();
    await save();
    const after = await changes();
    expect(after).toHaveLength(before + 1);
    expect(JSON.parse(after[0]?.content_json ?? '')).toMatchObject({
      content: { changes: { receiptForm: null } },
    });
  });
});
