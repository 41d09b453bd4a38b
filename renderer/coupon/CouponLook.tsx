/** What became of one coupon: its code scanned or typed, and its fate in words. */
import { Button, Paper, Stack, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useScanner } from '../app/useScanner.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { CouponFate } from './CouponFate.tsx';

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
      <Stack gap="md">
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
          </Stack>
        </form>
        {code !== '' && <ErrorAnswer error={error} />}
        {code !== '' && data !== undefined && <CouponFate coupon={data.coupon} />}
      </Stack>
    </Paper>
  );
}
