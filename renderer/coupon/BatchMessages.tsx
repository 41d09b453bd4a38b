/** The coupons of a batch that is sent: for each code its text to copy and its picture to save, one after another. */
import { Button, Group, Stack } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouponSeriesRow } from '../../shared/coupon/contract.ts';
import type { CouponBatch } from '../../shared/coupon/contractBatch.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { saveTable } from '../app/saveTable.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { CouponHandOver } from './CouponHandOver.tsx';
import { useCouponMessage } from './couponNames.ts';

const shownAtOnce = 500;

export interface BatchMessagesProps {
  readonly batch: CouponBatch;
  readonly series: CouponSeriesRow;
}

export function BatchMessages({ batch, series }: BatchMessagesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [place, setPlace] = useState(0);
  const from = place - (place % shownAtOnce);
  const { data, error } = useTill(api.coupon.batchCodes, {
    batchId: batch.batchId,
    from,
    limit: shownAtOnce,
  });
  const coupon = data?.coupons[place - from];
  return (
    <Stack gap="lg">
      <div>{t('coupon.message.hint')}</div>
      <Group justify="space-between">
        <Group gap="sm">
          <Button
            variant="default"
            disabled={place === 0}
            leftSection={<IconChevronLeft size={20} aria-hidden="true" />}
            onClick={() => setPlace(place - 1)}
          >
            {t('common.back')}
          </Button>
          <span className="figures">
            {format.number(place + 1)} / {format.number(batch.count)}
          </span>
          <Button
            variant="default"
            disabled={place + 1 >= batch.count}
            rightSection={<IconChevronRight size={20} aria-hidden="true" />}
            onClick={() => setPlace(place + 1)}
          >
            {t('common.next')}
          </Button>
        </Group>
        <SaveAll batch={batch} series={series} />
      </Group>
      <ErrorAnswer error={error} />
      {coupon !== undefined && <CouponHandOver key={coupon.code} series={series} coupon={coupon} />}
    </Stack>
  );
}

/** All codes with their texts as one file, for whoever sends them with another program. */
function SaveAll({ batch, series }: BatchMessagesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const messageOf = useCouponMessage(series);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    if (messageOf === null) return;
    setBusy(true);
    const rows: string[][] = [[t('coupon.code'), t('coupon.until'), t('coupon.message.text')]];
    for (let from = 0; from < batch.count; from += shownAtOnce) {
      const answer = await api.coupon.batchCodes({ batchId: batch.batchId, from, limit: shownAtOnce });
      if (!answer.ok || answer.data.coupons.length === 0) break;
      for (const coupon of answer.data.coupons) {
        rows.push([coupon.code, format.day(coupon.expiresOn), messageOf(coupon, language)]);
      }
    }
    saveTable('couponCodes', `${batch.label === '' ? series.id : batch.label}.csv`, rows);
    setBusy(false);
  };
  return (
    <Button
      variant="default"
      loading={isBusy}
      disabled={messageOf === null}
      leftSection={<IconDownload size={20} aria-hidden="true" />}
      onClick={() => void save()}
    >
      {t('coupon.message.saveAll')}
    </Button>
  );
}
