/** Beside the form: the rule as a sentence, what it does to a sample basket, and what it would have given yesterday. */
import { Alert, Paper, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Promotion } from '../../shared/promotion/promotion.ts';
import { promotionSentence } from '../../shared/promotion/sentence.ts';
import { textIn } from '../../shared/text.ts';
import type { TillError } from '../app/answer.ts';
import { useLanguage } from '../app/language.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { useGoodsNames } from './goodsNames.tsx';
import styles from './Preview.module.css';
import { ReceiptsBefore } from './ReceiptsBefore.tsx';
import { SampleBasket } from './SampleBasket.tsx';
import type { Preview, SampleLine } from './usePreview.ts';

export interface PreviewColumnProps {
  readonly promotion: Promotion | null;
  /** What is wrong with the rule, in words. */
  readonly faults: readonly string[];
  readonly preview: Preview | undefined;
  readonly error: TillError | null;
  readonly sample: readonly SampleLine[];
  readonly onSample: (sample: readonly SampleLine[]) => void;
}

export function PreviewColumn(props: PreviewColumnProps) {
  const { promotion, faults, preview, error, sample, onSample } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { names } = useGoodsNames();
  const shown = promotion === null ? undefined : preview;
  return (
    <Paper component="section" aria-label={t('promotion.preview.title')}>
      <Stack gap="lg">
        <div aria-live="polite">
          <h2 className={styles.heading}>{t('promotion.preview.title')}</h2>
          {promotion === null ? (
            <p className="muted">{t('promotion.preview.incomplete')}</p>
          ) : (
            <p className={styles.sentence}>{textIn(promotionSentence(promotion, names), language)}</p>
          )}
        </div>
        {faults.map((words) => (
          <Alert key={words} color="red" variant="light" role="status">
            {words}
          </Alert>
        ))}
        {promotion !== null && <ErrorAnswer error={error} />}
        {shown !== undefined && <ReceiptsBefore receipts={shown.receipts} />}
        <SampleBasket
          sample={sample}
          priced={shown?.sample ?? null}
          dearest={preview?.receipts.dearest ?? []}
          onChange={onSample}
        />
      </Stack>
    </Paper>
  );
}
