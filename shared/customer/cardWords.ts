/** What stands on a customer's card besides its number: the same words on the sheet to cut out and on the receipt printer. */
import type { Language } from '../text.ts';

export interface CardWords {
  readonly title: string;
  readonly show: string;
  /** Until a phone is known, nobody can tell whose a lost card was. */
  readonly phone: string;
}

export const cardWords: Readonly<Record<Language, CardWords>> = {
  uz: {
    title: 'Bonus karta',
    show: 'Har xaridda kassaga koʻrsating',
    phone: 'Telefoningizni ayting: karta yoʻqolsa ham bonus saqlanadi',
  },
  ru: {
    title: 'Бонусная карта',
    show: 'Показывайте на кассе при каждой покупке',
    phone: 'Назовите телефон: бонус сохранится, даже если карта потеряется',
  },
  en: {
    title: 'Bonus card',
    show: 'Show it at the till with every purchase',
    phone: 'Give your phone number: the bonus stays even when the card is lost',
  },
};
