/** The receipt that somebody complains with: who sold, to whom, and which of its lines it is about. */
import { Button, Text } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import styles from './service.module.css';
import type { KnownOfComplaint } from './useComplaintReceipt.ts';

export function ComplaintReceipt({ known }: { known: KnownOfComplaint }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { receipt, lineNumber, chooseLine } = known;
  if (receipt === null) {
    return (
      <Text className="muted" style={{ display: 'flex', alignItems: 'center', gap: 10 }}>
        <IconBarcode size={28} aria-hidden="true" style={{ flex: 'none' }} />
        {t('service.complaint.scan')}
      </Text>
    );
  }
  const choices = [
    { lineNumber: null, name: t('service.complaint.wholePurchase') },
    ...receipt.lines.map((line) => ({ lineNumber: line.lineNumber, name: textIn(line.name, language) })),
  ];
  return (
    <section aria-label={t('service.complaint.receipt', { number: receipt.number })}>
      <div className={styles.receipt}>
        <strong>{t('service.complaint.receipt', { number: receipt.number })}</strong>
        <span className="figures">{format.moment(receipt.soldAt)}</span>
        <span>{t('service.complaint.soldBy', { name: receipt.seller.name })}</span>
        <Button variant="subtle" size="compact-md" mih={44} ml="auto" onClick={known.dropReceipt}>
          {t('service.complaint.withoutReceipt')}
        </Button>
      </div>
      <div className={styles.lines}>
        {choices.map((choice) => (
          <button
            key={choice.lineNumber ?? 'whole'}
            type="button"
            tabIndex={-1}
            className={styles.line}
            aria-pressed={choice.lineNumber === lineNumber}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => chooseLine(choice.lineNumber)}
          >
            {choice.name}
          </button>
        ))}
      </div>
    </section>
  );
}
