/** Before the first sale of a shift: the counted float, and whether the till is ready. */
import { Button, Paper, Stack, Title } from '@mantine/core';
import { IconCashRegister } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Som, som } from '../../shared/money.ts';
import { shiftContract } from '../../shared/shift/contract.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { useFormat } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { CashCount } from './CashCount.tsx';
import { ReadinessList } from './ReadinessList.tsx';
import styles from './shift.module.css';

const schema = schemaOf(shiftContract.open).pick({ floatSom: true });

/** `lastCountedSom` is what the drawer held at the end of the shift before, null before the first. */
export function OpenShiftPage({ lastCountedSom }: { lastCountedSom: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const readiness = useTill(api.shop.readiness, {});
  const open = useIntention(api.shift.open);
  const form = useForm<{ floatSom: Som | null }, { floatSom: Som }>(schema, { floatSom: null });
  const [isCounting, setCounting] = useState(false);
  async function send(event: FormEvent) {
    event.preventDefault();
    const checked = form.check();
    if (checked !== null) await open.send(checked);
  }
  return (
    <>
      <PageHeader title={t('shift.open')} note={t('shift.openNote')} />
      <div className={styles.columns}>
        <Paper component="form" onSubmit={(event) => void send(event)} noValidate>
          <Stack gap="lg">
            <MoneyInput
              label={t('shift.float')}
              description={
                lastCountedSom === null
                  ? t('shift.floatHint')
                  : t('shift.floatLast', { sum: format.som(lastCountedSom) })
              }
              size="xl"
              autoFocus
              value={form.values.floatSom}
              error={form.errorOf('floatSom')}
              onChange={(floatSom) => form.set({ floatSom })}
            />
            {isCounting ? (
              <CashCount onSum={(sum) => form.set({ floatSom: som(sum) })} />
            ) : (
              <div>
                <Button variant="subtle" onClick={() => setCounting(true)}>
                  {t('shift.countNotes')}
                </Button>
              </div>
            )}
            <ErrorAnswer error={open.error} />
            <Button
              type="submit"
              size="lg"
              leftSection={<IconCashRegister size={24} aria-hidden="true" />}
              loading={open.isSending}
            >
              {t('shift.open')}
            </Button>
          </Stack>
        </Paper>
        <Paper>
          <Title order={2} mb="sm">
            {t('shift.readiness')}
          </Title>
          <ErrorAnswer error={readiness.error} />
          {readiness.data !== undefined && <ReadinessList checks={readiness.data.checks} />}
        </Paper>
      </div>
    </>
  );
}
