/** The customers of the shop to learn in: nobody's names, and phones that no operator gives out. */
import type { Language } from '../text.ts';

/** Name and phone. */
export const trainingNames: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  uz: [
    ['Mashq mijozi 1', '+998990000001'],
    ['Mashq mijozi 2', '+998990000002'],
  ],
  ru: [
    ['Учебный клиент 1', '+998990000001'],
    ['Учебный клиент 2', '+998990000002'],
  ],
  en: [
    ['Practice customer 1', '+998990000001'],
    ['Practice customer 2', '+998990000002'],
  ],
};

/** What every paper of the training says at its top and at its end. */
export const trainingMark: Readonly<Record<Language, string>> = {
  uz: 'MASHQ REJIMI',
  ru: 'УЧЕБНЫЙ РЕЖИМ',
  en: 'TRAINING',
};
