import { describe, expect, test } from 'vitest';
import { defaultReceiptForm, receiptFormSchema, receiptLanguages } from '../../../shared/shop/receiptForm.ts';
import { shopSettingsSchema } from '../../../shared/shop/settings.ts';

const accepts = (form: unknown) => receiptFormSchema.safeParse(form).success;
const withLink = (address: string) => accepts({ link: { address, shows: 'page' } });

describe('what a shop may put on its receipts', () => {
  test('a shop that was never asked adds nothing and leaves nothing out', () => {
    expect(shopSettingsSchema.parse({}).receiptForm).toEqual(defaultReceiptForm);
    expect(defaultReceiptForm).toMatchObject({ languages: [], showsLogo: false, blocks: [], link: null });
    expect(Object.values(defaultReceiptForm.parts).every((isOn) => isOn)).toBe(true);
  });

  test('a form that an older program saved gets what it did not know', () => {
    const { parts } = receiptFormSchema.parse({ parts: { vat: false } });
    expect(parts).toMatchObject({ vat: false, advice: true, thanks: true });
  });

  test('the code for everyone leads to a page that everybody can open, and nowhere else', () => {
    expect(withLink('https://t.me/baraka')).toBe(true);
    expect(withLink('https://yandex.uz/maps/-/CDx?ll=69.2,41.3#a')).toBe(true);
    expect(withLink('https://baraka.uz')).toBe(true);
    for (const address of [
      '',
      'baraka.uz',
      'http://baraka.uz',
      'https://localhost/x',
      'https://baraka.uz/чек',
      'https://user@baraka.uz/',
      'https://baraka.uz/a b',
      'javascript:alert(1)',
      `https://baraka.uz/${'a'.repeat(300)}`,
    ]) {
      expect(withLink(address), address).toBe(false);
    }
  });

  test('a code of the shop’s own holds plain letters, so that every phone reads the same', () => {
    const code = (data: string) => accepts({ blocks: [{ kind: 'qr', place: 'bottom', data }] });
    expect(code('https://payme.uz/m/42')).toBe(true);
    expect(code('')).toBe(false);
    expect(code('тўлов')).toBe(false);
    expect(code('a\u001b@b')).toBe(false);
    expect(code('a'.repeat(300))).toBe(true);
    expect(code('a'.repeat(301))).toBe(false);
  });

  test('at most six blocks, and a block of words says something', () => {
    const rule = { kind: 'rule', place: 'bottom' };
    expect(accepts({ blocks: Array(6).fill(rule) })).toBe(true);
    expect(accepts({ blocks: Array(7).fill(rule) })).toBe(false);
    expect(accepts({ blocks: [{ kind: 'text', place: 'top', text: {} }] })).toBe(false);
    expect(accepts({ blocks: [{ kind: 'text', place: 'top', text: { ru: 'Ура' } }] })).toBe(true);
    expect(accepts({ blocks: [{ kind: 'text', place: 'anywhere', text: { ru: 'Ура' } }] })).toBe(false);
  });

  test('words may stand on eight lines, but hold nothing that would command the printer', () => {
    const lines = (count: number) => ({ footer: { uz: Array(count).fill('a').join('\n') } });
    expect(accepts({ footer: { uz: 'Dushanba 8–20\nYakshanba 9–18' } })).toBe(true);
    expect(accepts(lines(8))).toBe(true);
    expect(accepts(lines(9))).toBe(false);
    expect(accepts({ footer: { uz: 'a\u001bp\u0000' } })).toBe(false);
    expect(accepts({ header: { uz: 'a'.repeat(401) } })).toBe(false);
  });

  test('a language is chosen once', () => {
    expect(accepts({ languages: ['uz', 'ru', 'en'] })).toBe(true);
    expect(accepts({ languages: ['uz', 'uz'] })).toBe(false);
    expect(accepts({ languages: ['de'] })).toBe(false);
  });

  test('with no languages chosen a receipt speaks its customer’s', () => {
    expect(receiptLanguages({ languages: [] }, 'ru')).toEqual(['ru']);
    expect(receiptLanguages({ languages: ['uz', 'ru'] }, 'en')).toEqual(['uz', 'ru']);
  });
});
