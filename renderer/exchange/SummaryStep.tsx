/** The last look before the button that makes it count, and what came in afterwards. */
import { Alert, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { IconCheck, IconPrinter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '../../shared/exchange/contract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Kpi } from '../ui/Kpi.tsx';
import styles from './exchange.module.css';
import type { Import } from './useImport.ts';

const shown = ['add', 'update', 'skip', 'duplicate', 'error'] as const;

function Figures({ summary }: { summary: ImportSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.figures}>
      {shown.map((verdict) => (
        <Kpi
          key={verdict}
          title={t(`exchange.total.${verdict}`)}
          value={format.number(summary.counts[verdict])}
        />
      ))}
      {summary.kind === 'customers' && (
        <>
          <Kpi title={t('exchange.total.bonus')} value={format.som(summary.openingBonusSom)} />
          <Kpi title={t('exchange.total.debt')} value={format.som(summary.openingDebtSom)} />
        </>
      )}
    </div>
  );
}

export function SummaryStep({ importId, work }: { importId: string; work: Import }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error } = useTill(api.exchange.summary, { importId });
  const comes = (data?.counts.add ?? 0) + (data?.counts.update ?? 0);
  const isStale = work.error?.code === 'ImportStale';
  return (
    <Paper>
      <Stack gap="lg">
        <ErrorAnswer error={error} />
        {data !== undefined && <Figures summary={data} />}
        <Alert color="amber">{t('exchange.beforeFinish')}</Alert>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" disabled={work.isBusy} onClick={() => work.go('check')}>
            {t('common.back')}
          </Button>
          {isStale ? (
            <Button loading={work.isBusy} onClick={() => void work.drop()}>
              {t('exchange.backToColumns')}
            </Button>
          ) : (
            <Button
              data-autofocus
              loading={work.isBusy}
              disabled={comes === 0}
              onClick={() => void work.finish()}
            >
              {t('exchange.finish', { count: comes, number: format.number(comes) })}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

export function DoneStep({ summary }: { summary: ImportSummary }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const to = summary.kind === 'products' ? '/catalogue' : '/customers';
  return (
    <Paper>
      <Stack gap="lg">
        <Group gap="sm">
          <IconCheck size={32} color="var(--pay)" aria-hidden="true" />
          <Title order={2}>{t('exchange.done', { number: summary.number ?? '' })}</Title>
        </Group>
        <Figures summary={summary} />
        <Group justify="flex-end" gap="sm">
          <PrintTotals importId={summary.importId} />
          <Button onClick={() => void navigate({ to })}>{t('common.done')}</Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** The totals on the receipt printer, for a signature. */
export function PrintTotals({ importId }: { importId: string }) {
  const { t } = useTranslation();
  const print = useIntention(api.exchange.print);
  return (
    <>
      <ErrorAnswer error={print.error} />
      <Button
        variant="default"
        loading={print.isSending}
        leftSection={<IconPrinter size={20} aria-hidden="true" />}
        onClick={() => void print.send({ importId })}
      >
        {t('exchange.printTotals')}
      </Button>
    </>
  );
}
