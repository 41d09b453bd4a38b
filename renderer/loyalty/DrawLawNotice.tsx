/** What a shop must know before it draws prizes: the law may ask for a permission, and only the authority can say. */
import { Alert } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export function DrawLawNotice() {
  const { t } = useTranslation();
  return (
    <Alert color="amber" icon={<IconScale />} title={t('loyalty.draws.law.title')}>
      {t('loyalty.draws.law.body')}
    </Alert>
  );
}
