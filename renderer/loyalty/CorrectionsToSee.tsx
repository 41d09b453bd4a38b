/** Tells the owner that balances were changed by hand without a second person, until the owner has looked. */
import { Alert } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import styles from './CustomerLink.module.css';

export function CorrectionsToSee() {
  const { t } = useTranslation();
  const unseen = useTill(api.ledger.corrections, { limit: 1 }).data?.unseenAlone ?? 0;
  if (unseen === 0) return null;
  return (
    <Alert color="amber" flex="none" icon={<IconEye />}>
      {t('loyalty.corrections.unseen', { count: unseen })}{' '}
      <Link className={styles.link} to="/loyalty/corrections">
        {t('loyalty.corrections.look')}
      </Link>
    </Alert>
  );
}
