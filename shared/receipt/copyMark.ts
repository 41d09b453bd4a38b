/** How a copy says that it is one: the same words on every paper of the shop. */
import type { Language } from '../text.ts';
import type { Block } from './blocks.ts';

const copyWords: Readonly<Record<Language, string>> = { uz: 'NUSXA', ru: 'ДУБЛИКАТ', en: 'COPY' };

/** A copy says so on top and prints the same codes: nothing new is given (docs/rules.md rule 15). `copyNumber` counts from 1. */
export function copyOf(original: readonly Block[], language: Language, copyNumber: number): readonly Block[] {
  return [{ kind: 'heading', text: `${copyWords[language]} №${copyNumber}` }, ...original];
}
