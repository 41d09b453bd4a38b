/** Gives up the whole basket after a question; the till keeps a line about what was in it. */
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/language.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { useSelling } from './selling.ts';

export function ClearQuestion() {
  const { t } = useTranslation();
  const format = useFormat();
  const { basket, change, show } = useSelling();
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('sale.clear.title')}
      action={t('sale.clear.action')}
      onConfirm={() => {
        show(null);
        void change({ kind: 'clear' });
      }}
      onCancel={() => show(null)}
    >
      <Text size="lg">
        {t('common.count.items', { count: basket?.lines.length ?? 0 })}, {format.som(basket?.totalSom ?? 0)}
      </Text>
    </ConfirmDialog>
  );
}
