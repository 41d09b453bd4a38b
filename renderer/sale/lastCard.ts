/** Which card system was asked last on this machine: most shops have one terminal. */
import { type AskedProvider, cardsAsked } from './payment.ts';

const storageKey = 'daftar.lastCard';

export function lastCard(): (typeof cardsAsked)[number] {
  const stored = localStorage.getItem(storageKey);
  return cardsAsked.find((card) => card === stored) ?? cardsAsked[0];
}

export function rememberCard(provider: AskedProvider): void {
  localStorage.setItem(storageKey, provider);
}
