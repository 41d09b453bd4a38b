/** What became of one coupon: its code scanned or typed, and its fate in words. */
import { Alert, Button, Paper, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { couponSchema } from '../../shared/coupon/contract.ts';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useScanner } from '../app/useScanner.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';

type Coupon = z.output<typeof couponSchema>;

export function CouponLook() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [code, setCode] = useState('');
  const { data, error } = useTill(api.coupon.look, { code }, { isOn: code !== '' });
  const look = (text: string) => {
    setTyped(text);
    setCode(text.trim());
  };
  useScanner(look);
  const send = (event: FormEvent) => {
    event.preventDefault();
    look(typed);
  };
  return (
    <Paper>
      <Title order={2} mb="sm">
        {t('coupon.look')}
      </Title>
      <form onSubmit={send}>
        <Stack gap="md">
          <TextInput
            label={t('coupon.code')}
            description={t('coupon.codeHint')}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value.toUpperCase())}
          />
          <Button type="submit" variant="default" disabled={typed.trim() === ''}>
            {t('common.search')}
          </Button>
          {code !== '' && <ErrorAnswer error={error} />}
          {code !== '' && data !== undefined && <Fate coupon={data.coupon} />}
        </Stack>
      </form>
    </Paper>
  );
}

const colours = { issued: 'green', redeemed: 'teal', expired: 'amber', voided: 'red' } as const;

function Fate({ coupon }: { coupon: Coupon }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { state, redeemedAt, redeemedReceiptNumber } = coupon;
  return (
    <Alert color={colours[state]} title={t(`coupon.state.${state}`)}>
      <Stack gap="xs">
        <span>{textIn(coupon.seriesName, language)}</span>
        <span>
          {t('coupon.worth', {
            discount: format.som(coupon.discountSom),
            minimum: format.som(coupon.minimumBasketSom),
          })}
        </span>
        <span>
          {t('coupon.days', { from: format.day(coupon.validFrom), to: format.day(coupon.expiresOn) })}
        </span>
        {redeemedAt !== null && (
          <strong>
            {t('coupon.usedOn', { at: format.moment(redeemedAt), number: redeemedReceiptNumber ?? '–' })}
          </strong>
        )}
      </Stack>
    </Alert>
  );
}
