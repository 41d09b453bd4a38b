import { describe, expect, test } from 'vitest';
import { type ReminderFacts, reminderText } from '../../../shared/credit/reminder.ts';
import { som } from '../../../shared/money.ts';
import { businessDay } from '../../../shared/time.ts';

const facts = (changes: Partial<ReminderFacts> = {}): ReminderFacts => ({
  shopName: 'Oʻrikzor',
  name: 'Shavkat aka',
  openSom: som(300_000),
  overdueSom: som(0),
  dueOn: businessDay('2026-12-22'),
  ...changes,
});
const plain = (text: string | undefined) => (text ?? '').replaceAll('\u00A0', ' ');

describe('a reminder tells what is owed and by when', () => {
  test('nothing is late: the day on which it is due', () => {
    const { uz, ru, en } = reminderText(facts());
    expect(plain(uz)).toBe(
      'Assalomu alaykum, Shavkat aka! «Oʻrikzor» doʻkonidagi qarzingiz: 300 000 soʻm. Toʻlov muddati: 22.12.2026. Rahmat!',
    );
    expect(plain(ru)).toBe(
      'Здравствуйте, Shavkat aka! Напоминаем о вашем долге в магазине «Oʻrikzor»: 300 000 сум. Срок оплаты — 22.12.2026. Спасибо!',
    );
    expect(plain(en)).toContain('what you owe at Oʻrikzor: 300,000 soʻm. It is due on 22.12.2026.');
  });

  test('all of it is late: the day that has passed, and a request', () => {
    const late = facts({ overdueSom: som(300_000), dueOn: businessDay('2026-11-01') });
    const { uz, ru, en } = reminderText(late);
    expect(plain(uz)).toContain('Uning muddati 01.11.2026 kuni tugagan.');
    expect(plain(ru)).toContain('Срок оплаты был 01.11.2026.');
    expect(plain(en)).toContain('It was due on 01.11.2026.');
  });

  test('a part is late: that part is named beside the whole', () => {
    const { uz, ru, en } = reminderText(facts({ overdueSom: som(100_000) }));
    expect(plain(uz)).toContain('300 000 soʻm. Shundan 100 000 soʻm muddati oʻtgan');
    expect(plain(ru)).toContain('300 000 сум. Из них 100 000 сум просрочено');
    expect(plain(en)).toContain('300,000 soʻm. Of this 100,000 soʻm is late');
  });

  test('a customer without a name is greeted all the same', () => {
    const { uz, ru, en } = reminderText(facts({ name: '' }));
    expect([uz, ru, en].map((text) => text?.split(' ')[0])).toEqual(['Assalomu', 'Здравствуйте!', 'Hello!']);
    expect(uz).toContain('Assalomu alaykum! ');
  });
});
