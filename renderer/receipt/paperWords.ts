/** What papers and their troubles are called. */
import { useTranslation } from 'react-i18next';
import type { PaperAtPrinter } from './paperActs.ts';

/** What a kind of paper is called; a kind without words of its own is called a paper. */
export function useKindWords(): (kind: string) => string {
  const { t, i18n } = useTranslation();
  return (kind) => {
    const key = `receipt.paperKind.${kind}`;
    return i18n.exists(key) ? t(key) : t('receipt.paperKind.other');
  };
}

/** The printer's own reason in words; null when it gave none. */
export function useTroubleWords(): (reason: string | null) => string | null {
  const { t, i18n } = useTranslation();
  return (reason) => {
    const key = `receipt.trouble.${reason}`;
    return reason !== null && i18n.exists(key) ? t(key) : null;
  };
}

/** A paper with what makes it another one: a copy's number, or that it is no paper but the drawer. */
export function useJobWords(): (
  job: Pick<PaperAtPrinter, 'kind' | 'purpose' | 'documentKind'> & { readonly copyNumber: number },
) => string {
  const { t } = useTranslation();
  const wordsOf = useKindWords();
  return ({ kind, purpose, documentKind, copyNumber }) => {
    if (kind === 'drawer') return t('receipt.queue.drawer');
    const words = wordsOf(documentKind);
    return purpose === 'copy' ? `${words}, ${t('receipt.queue.copy', { number: copyNumber })}` : words;
  };
}
