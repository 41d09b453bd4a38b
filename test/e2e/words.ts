/** The words of the screens for end-to-end tests: a test speaks of the key, the page of the words. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '../../shared/text.ts';

type Words = { readonly [key: string]: string | Words };

const read = (language: Language): Words =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, `../../resources/locales/${language}.json`), 'utf8'));

const all: Readonly<Record<Language, Words>> = { uz: read('uz'), ru: read('ru'), en: read('en') };

/** The words of a key with its values put in; throws when the key has none, so that a test cannot look for nothing. */
export function wordsIn(language: Language) {
  return (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const words = key.split('.').reduce<string | Words | undefined>((at, part) => {
      return typeof at === 'object' ? at[part] : undefined;
    }, all[language]);
    if (typeof words !== 'string') throw new Error(`${language} has no words for ${key}`);
    return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

export const languageNames: Readonly<Record<Language, string>> = {
  uz: 'Oʻzbekcha',
  ru: 'Русский',
  en: 'English',
};
