/** Asks, before bonus gets another life, whether that holds for bonus which is out already, and shows what would burn. */
import { Alert, Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { burnPreviewSchema } from '../../shared/loyalty/programmeContract.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { lifeChange } from './programmeForm.ts';

export type BurnPreview = z.output<typeof burnPreviewSchema>;
export type ExpiryFor = { readonly kind: 'newOnly' } | { readonly kind: 'all'; readonly seen: BurnPreview };

export interface ProgrammeLifeProps {
  readonly daysNow: number;
  readonly daysThen: number;
  readonly error: TillError | null;
  readonly isSending: boolean;
  readonly onChoose: (expiryFor: ExpiryFor) => void;
  readonly onClose: () => void;
}

export function ProgrammeLife({
  daysNow,
  daysThen,
  error,
  isSending,
  onChoose,
  onClose,
}: ProgrammeLifeProps) {
  const { t } = useTranslation();
  const preview = useTill(api.loyalty.burnPreview, { days: daysThen });
  const [kind, setKind] = useState<ExpiryFor['kind']>('newOnly');
  const days = (count: number) =>
    count === 0 ? t('loyalty.programme.life.forEver') : t('loyalty.programme.life.days', { count });
  const isShorter = lifeChange(daysNow, daysThen) === 'shorter';
  const burnsNow = kind === 'all' && (preview.data?.atOnceSom ?? 0) > 0;
  const choose = () => {
    if (kind === 'newOnly') return onChoose({ kind });
    if (preview.data !== undefined) onChoose({ kind, seen: preview.data });
  };
  return (
    <Modal opened onClose={onClose} size={600} title={t('loyalty.programme.life.title')}>
      <Stack gap="lg">
        <div>{t('loyalty.programme.life.change', { before: days(daysNow), after: days(daysThen) })}</div>
        <Radio.Group
          label={t('loyalty.programme.life.whose')}
          value={kind}
          onChange={(value) => setKind(value === 'all' ? 'all' : 'newOnly')}
        >
          <Stack gap="sm" pt={4}>
            <Radio
              size="md"
              value="newOnly"
              label={t('loyalty.programme.life.newOnly')}
              description={t('loyalty.programme.life.newOnlyHint')}
            />
            <Radio
              size="md"
              value="all"
              label={t('loyalty.programme.life.all')}
              description={t(
                isShorter ? 'loyalty.programme.life.allShorter' : 'loyalty.programme.life.allLonger',
              )}
            />
          </Stack>
        </Radio.Group>
        {preview.data !== undefined && isShorter && <Burns preview={preview.data} />}
        <ErrorAnswer error={preview.error} />
        <ErrorAnswer error={error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            color={burnsNow ? 'red' : 'teal'}
            loading={isSending}
            disabled={kind === 'all' && preview.data === undefined}
            onClick={choose}
          >
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** In red where customers would lose bonus this very night. */
function Burns({ preview }: { preview: BurnPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { atOnceSom, customersAtOnce, withinMonthSom } = preview;
  return (
    <Alert color={atOnceSom === 0 ? 'gray' : 'red'} title={t('loyalty.programme.life.burns')}>
      <div>
        {atOnceSom === 0
          ? t('loyalty.programme.life.burnsNothing')
          : t('loyalty.programme.life.burnsAtOnce', {
              sum: format.number(atOnceSom),
              count: customersAtOnce,
            })}
      </div>
      <div>{t('loyalty.programme.life.burnsSoon', { sum: format.number(withinMonthSom) })}</div>
    </Alert>
  );
}
