/** The demo shop's names and secrets; its log-in screen tells the secrets, because a demo nobody can enter shows nothing. */
import type { Language } from '../text.ts';

export const demoShop = {
  ownerPassword: 'daftar-demo',
  cashierPin: '2580',
} as const;

export interface DemoNames {
  readonly shop: string;
  readonly address: string;
  readonly owner: string;
  readonly cashier: string;
}

/** What the demo shop and its people are called; a shop of one's own begins without these names. */
export const demoNames: Readonly<Record<Language, DemoNames>> = {
  uz: { shop: 'Daftar namuna doʻkoni', address: 'Namuna koʻchasi, 1', owner: 'Egasi', cashier: 'Kassir' },
  ru: { shop: 'Образцовый магазин', address: 'ул. Образцовая, 1', owner: 'Владелец', cashier: 'Кассир' },
  en: { shop: 'Daftar demo shop', address: '1 Sample Street', owner: 'Owner', cashier: 'Cashier' },
};
