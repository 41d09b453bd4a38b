/** A sample receipt in the form that is being edited, on either paper and in any language. */
import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptForm } from '../../shared/shop/receiptForm.ts';
import { type Language, languages } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { languageNames, useLanguage } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { ReceiptPreview } from '../ui/ReceiptPreview.tsx';
import styles from './ReceiptFormPage.module.css';

const pauseMs = 250;
/** Printable columns of the two papers that shops buy. */
const papers = { narrow: 32, wide: 48 } as const;
type PaperSize = keyof typeof papers;

export function ReceiptTrial({ form }: { form: ReceiptForm }) {
  const { t } = useTranslation();
  const own = useLanguage();
  const [language, setLanguage] = useState<Language>(own);
  const [size, setSize] = useState<PaperSize>('wide');
  // As text, because the form is another object at every drawing.
  const [asked] = useDebouncedValue(JSON.stringify(form), pauseMs);
  const { data, error } = useTill(
    api.sale.tryReceipt,
    { form: JSON.parse(asked) as ReceiptForm, language, columns: papers[size] },
    { keepsLast: true },
  );
  const isFixed = form.languages.length > 0;
  return (
    <aside className={styles.aside}>
      <SegmentedControl
        aria-label={t('sale.receiptForm.paper')}
        data={[
          { value: 'narrow', label: t('sale.receiptForm.narrow') },
          { value: 'wide', label: t('sale.receiptForm.wide') },
        ]}
        value={size}
        onChange={(chosen) => setSize(chosen === 'narrow' ? 'narrow' : 'wide')}
      />
      {!isFixed && (
        <SegmentedControl
          aria-label={t('sale.receiptForm.languageOfCustomer')}
          data={languages.map((each) => ({ value: each, label: languageNames[each] }))}
          value={language}
          onChange={(chosen) => setLanguage(languages.find((each) => each === chosen) ?? own)}
        />
      )}
      <ErrorAnswer error={error} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long receipt is scrolled by the keyboard too */}
      <section className={styles.paper} aria-label={t('ui.preview.label')} tabIndex={0}>
        {data !== undefined && <ReceiptPreview preview={data.preview} />}
      </section>
    </aside>
  );
}
