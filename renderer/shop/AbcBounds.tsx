/** Up to which share of the money a customer is class A, and up to which B: the shop's own bounds. */
import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../shared/shop/settings.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PercentInput } from '../ui/PercentInput.tsx';
import { useSettingsForm } from './settingsForm.ts';

export function AbcBounds({ settings }: { settings: ShopSettings }) {
  const { t } = useTranslation();
  const form = useSettingsForm(settings, ['abcABasisPoints', 'abcBBasisPoints']);
  const { values, set, errorOf } = form;
  const { abcABasisPoints: a, abcBBasisPoints: b } = values;
  const isTurned = a !== null && b !== null && a >= b;
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Group gap="md" align="flex-end">
        <PercentInput
          w={150}
          label={t('shop.abcA')}
          value={a}
          error={errorOf('abcABasisPoints')}
          onChange={(abcABasisPoints) => set({ abcABasisPoints })}
        />
        <PercentInput
          w={150}
          label={t('shop.abcB')}
          value={b}
          error={errorOf('abcBBasisPoints')}
          onChange={(abcBBasisPoints) => set({ abcBBasisPoints })}
        />
        <Button type="submit" disabled={!form.isChanged || isTurned} loading={form.isSending}>
          {t('common.save')}
        </Button>
      </Group>
      {isTurned && (
        <Alert color="amber" mt="sm">
          {t('shop.abcTurned')}
        </Alert>
      )}
      <ErrorAnswer error={form.error} />
    </form>
  );
}
