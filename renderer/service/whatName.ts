/** How a thing that somebody waits for is called: the product's name, else the words; with neither it was forgotten. */
import { useTranslation } from 'react-i18next';
import { type LocalText, textIn } from '../../shared/text.ts';
import { useLanguage } from '../app/language.ts';

export interface Named {
  readonly productName: LocalText | null;
  readonly words: string;
}

export function useWhatName(): (what: Named) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ productName, words }) => {
    const name = productName === null ? words : textIn(productName, language);
    return name === '' ? t('service.what.forgotten') : name;
  };
}
