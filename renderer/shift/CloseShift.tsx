/** The end of a shift: count first, then see whether it is right. */
import { Button, Group, Paper, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Som, som } from '../../shared/money.ts';
import { shiftContract } from '../../shared/shift/contract.ts';
import { api } from '../app/api.ts';
import { schemaOf, useForm } from '../app/form.ts';
import { useFormat } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoneyInput } from '../ui/MoneyInput.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { CashCount } from './CashCount.tsx';
import styles from './shift.module.css';

export interface ClosedShift {
  readonly number: number;
  readonly expectedSom: number;
  readonly differenceSom: number;
}

export interface CloseShiftProps {
  /** Null until the till has closed it. */
  closed: ClosedShift | null;
  onClosed: (closed: ClosedShift) => void;
  onLeave: () => void;
}

export function CloseShift({ closed, onClosed, onLeave }: CloseShiftProps) {
  return closed === null ? (
    <CountForm onClosed={onClosed} onLeave={onLeave} />
  ) : (
    <Result closed={closed} onLeave={onLeave} />
  );
}

const schema = schemaOf(shiftContract.close).pick({ countedSom: true });

function CountForm({ onClosed, onLeave }: Omit<CloseShiftProps, 'closed'>) {
  const { t } = useTranslation();
  const close = useIntention(api.shift.close);
  const form = useForm<{ countedSom: Som | null }, { countedSom: Som }>(schema, { countedSom: null });
  const [isCounting, setCounting] = useState(false);
  async function send(event: FormEvent) {
    event.preventDefault();
    const checked = form.check();
    if (checked === null) return;
    const answer = await close.send(checked);
    if (answer.ok) onClosed(answer.data);
  }
  return (
    <>
      <PageHeader title={t('shift.close')} note={t('shift.closeNote')} />
      <Paper component="form" maw={640} onSubmit={(event) => void send(event)} noValidate>
        <Stack gap="lg">
          <MoneyInput
            label={t('shift.counted')}
            description={t('shift.countedHint')}
            size="xl"
            autoFocus
            value={form.values.countedSom}
            error={form.errorOf('countedSom')}
            onChange={(countedSom) => form.set({ countedSom })}
          />
          {isCounting ? (
            <CashCount onSum={(sum) => form.set({ countedSom: som(sum) })} />
          ) : (
            <div>
              <Button variant="subtle" onClick={() => setCounting(true)}>
                {t('shift.countNotes')}
              </Button>
            </div>
          )}
          <ErrorAnswer error={close.error} />
          <Group justify="space-between">
            <Button variant="default" onClick={onLeave}>
              {t('common.back')}
            </Button>
            <Button type="submit" loading={close.isSending}>
              {t('shift.close')}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </>
  );
}

function Result({ closed, onLeave }: { closed: ClosedShift; onLeave: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { differenceSom, expectedSom } = closed;
  const words = differenceSom === 0 ? 'shift.exact' : differenceSom < 0 ? 'shift.shortage' : 'shift.surplus';
  return (
    <>
      <PageHeader title={t('shift.closed', { number: closed.number })} />
      <Paper maw={640}>
        <Stack gap="lg">
          <div
            role="status"
            className={`${styles.result} ${differenceSom === 0 ? styles.exact : styles.wrong}`}
          >
            <span>{t(words)}</span>
            <span className={`${styles.difference} figures`}>{format.signedSom(differenceSom)}</span>
          </div>
          <div>
            {t('shift.resultLine', {
              counted: format.som(expectedSom + differenceSom),
              expected: format.som(expectedSom),
            })}
          </div>
          {differenceSom !== 0 && <div className="muted">{t('shift.differenceAdvice')}</div>}
          <Group justify="flex-end">
            <Button onClick={onLeave}>{t('common.done')}</Button>
          </Group>
        </Stack>
      </Paper>
    </>
  );
}
