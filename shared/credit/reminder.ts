/** What a shop writes to a customer who owes: polite, with the sum and the day, in the language of whoever reads it. */
import { createFormat } from '../format.ts';
import type { Som } from '../money.ts';
import type { Language, LocalText } from '../text.ts';
import type { BusinessDay } from '../time.ts';

export interface ReminderFacts {
  readonly shopName: string;
  /** Empty for a customer whose name nobody knows. */
  readonly name: string;
  readonly openSom: Som;
  /** The part of it whose last day is over. */
  readonly overdueSom: Som;
  /** The earliest day on which something is or was due. */
  readonly dueOn: BusinessDay;
}

interface Filled {
  readonly shop: string;
  readonly greeting: string;
  readonly open: string;
  readonly overdue: string;
  readonly day: string;
}

interface ReminderWords {
  readonly greeting: (name: string) => string;
  readonly notDue: (filled: Filled) => string;
  readonly allLate: (filled: Filled) => string;
  readonly partLate: (filled: Filled) => string;
}

const words: Readonly<Record<Language, ReminderWords>> = {
  uz: {
    greeting: (name) => (name === '' ? 'Assalomu alaykum!' : `Assalomu alaykum, ${name}!`),
    notDue: ({ greeting, shop, open, day }) =>
      `${greeting} ${shop} doʻkonidagi qarzingiz: ${open}. Toʻlov muddati: ${day}. Rahmat!`,
    allLate: ({ greeting, shop, open, day }) =>
      `${greeting} ${shop} doʻkonidagi qarzingiz: ${open}. Uning muddati ${day} kuni tugagan. Imkon topib toʻlab ketishingizni soʻraymiz. Rahmat!`,
    partLate: ({ greeting, shop, open, overdue, day }) =>
      `${greeting} ${shop} doʻkonidagi qarzingiz: ${open}. Shundan ${overdue} muddati oʻtgan (${day} dan). Imkon topib toʻlab ketishingizni soʻraymiz. Rahmat!`,
  },
  ru: {
    greeting: (name) => (name === '' ? 'Здравствуйте!' : `Здравствуйте, ${name}!`),
    notDue: ({ greeting, shop, open, day }) =>
      `${greeting} Напоминаем о вашем долге в магазине ${shop}: ${open}. Срок оплаты — ${day}. Спасибо!`,
    allLate: ({ greeting, shop, open, day }) =>
      `${greeting} Напоминаем о вашем долге в магазине ${shop}: ${open}. Срок оплаты был ${day}. Будем благодарны, если вы найдёте время его погасить. Спасибо!`,
    partLate: ({ greeting, shop, open, overdue, day }) =>
      `${greeting} Напоминаем о вашем долге в магазине ${shop}: ${open}. Из них ${overdue} просрочено (с ${day}). Будем благодарны, если вы найдёте время их погасить. Спасибо!`,
  },
  en: {
    greeting: (name) => (name === '' ? 'Hello!' : `Hello, ${name}!`),
    notDue: ({ greeting, shop, open, day }) =>
      `${greeting} A kind reminder of what you owe at ${shop}: ${open}. It is due on ${day}. Thank you!`,
    allLate: ({ greeting, shop, open, day }) =>
      `${greeting} A kind reminder of what you owe at ${shop}: ${open}. It was due on ${day}. We would be grateful if you could find the time to pay it. Thank you!`,
    partLate: ({ greeting, shop, open, overdue, day }) =>
      `${greeting} A kind reminder of what you owe at ${shop}: ${open}. Of this ${overdue} is late (since ${day}). We would be grateful if you could find the time to pay it. Thank you!`,
  },
};

/**
 * The reminder in three languages; the screen takes the customer's own. Only for customers who allowed messages: the
 * others are called.
 *
 * | owes    | late    | the words say                                        |
 * |---------|---------|------------------------------------------------------|
 * | 300 000 | 0       | the sum and the day on which it is due               |
 * | 300 000 | 300 000 | the sum and the day on which it was due              |
 * | 300 000 | 100 000 | the sum, the late part, and since when it is late    |
 */
export function reminderText(facts: ReminderFacts): LocalText {
  return { uz: reminderIn('uz', facts), ru: reminderIn('ru', facts), en: reminderIn('en', facts) };
}

function reminderIn(language: Language, facts: ReminderFacts): string {
  const format = createFormat(language);
  const { greeting, notDue, allLate, partLate } = words[language];
  const filled: Filled = {
    shop: language === 'en' ? facts.shopName : `«${facts.shopName}»`,
    greeting: greeting(facts.name),
    open: format.som(facts.openSom),
    overdue: format.som(facts.overdueSom),
    day: format.day(facts.dueOn),
  };
  if (facts.overdueSom === 0) return notDue(filled);
  return facts.overdueSom >= facts.openSom ? allLate(filled) : partLate(filled);
}
