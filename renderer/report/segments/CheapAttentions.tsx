/** What a customer who brings little and is about to leave may cost: three attentions that cost next to nothing, and no discount. */
import { Alert } from '@mantine/core';
import { IconHeart, IconPhone, IconTicket } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './segments.module.css';

const attentions = [
  { name: 'greeting', icon: IconHeart },
  { name: 'coupon', icon: IconTicket },
  { name: 'call', icon: IconPhone },
] as const;

export function CheapAttentions() {
  const { t } = useTranslation();
  return (
    <Alert flex="none" color="teal" variant="light" title={t('report.segment.cheap.title')}>
      <ul className={styles.advice}>
        {attentions.map(({ name, icon: Icon }) => (
          <li key={name}>
            <Icon size={22} aria-hidden="true" style={{ flex: 'none' }} />
            <span>{t(`report.segment.cheap.${name}`)}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
