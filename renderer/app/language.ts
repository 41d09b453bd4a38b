/** The words of the screens in three languages; the language changes at run time and is kept for this machine. */
import i18next, { type i18n } from 'i18next';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import en from '../../resources/locales/en.json';
import ru from '../../resources/locales/ru.json';
import uz from '../../resources/locales/uz.json';
import { createFormat, type Format } from '../../shared/format.ts';
import { type Language, languages } from '../../shared/text.ts';

/** Each language in its own words, for the switch and for those who cannot read the others. */
export const languageNames: Readonly<Record<Language, string>> = {
  uz: 'Oʻzbekcha',
  ru: 'Русский',
  en: 'English',
};

const storageKey = 'daftar.language';

function isLanguage(text: string | null): text is Language {
  return languages.some((language) => language === text);
}

/** What was chosen on this machine, or null before anybody chose. */
export function storedLanguage(): Language | null {
  const stored = localStorage.getItem(storageKey);
  return isLanguage(stored) ? stored : null;
}

/** Prepares the words; Uzbek until somebody chooses, never guessed from Windows. */
export async function prepareLanguage(first: Language): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    resources: { uz: { translation: uz }, ru: { translation: ru }, en: { translation: en } },
    lng: first,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = first;
  return i18next;
}

/** Shows the screens in another language without keeping the choice: what the shop or `--lang` asked for. */
export async function showLanguage(language: Language): Promise<void> {
  if (i18next.language === language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await showLanguage(language);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'uz';
}

/** The way this page writes money, days and quantities. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => createFormat(language), [language]);
}
