/** What the id of a print order of the books says: of what, and in which language. */
import i18next from 'i18next';
import { createFormat } from '../../../shared/format.ts';
import { type Language, languages } from '../../../shared/text.ts';
import type { Say } from '../bookBlock.ts';

/**
 * | id                | of        | language |
 * |-------------------|-----------|----------|
 * | 2026-11-ru        | 2026-11   | ru       |
 * | 0198…-…-uz        | 0198…-…   | uz       |
 */
export function readBookOrder(id: string): { readonly of: string; readonly language: Language } {
  const language = languages.find((each) => id.endsWith(`-${each}`)) ?? 'uz';
  return { of: id.slice(0, -language.length - 1), language };
}

/** The words and figures of a language, whichever the window itself speaks. */
export function sayIn(language: Language): Say {
  return { t: i18next.getFixedT(language), format: createFormat(language) };
}
