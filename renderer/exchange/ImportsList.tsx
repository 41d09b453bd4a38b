/** Imports that were carried out: what they brought, their slip, and taking one out again as long as nothing of it was used. */
import { Alert, Badge, Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSummary, ImportUses } from '../../shared/exchange/contract.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PrintTotals } from './SummaryStep.tsx';

export function ImportsList() {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useTill(api.exchange.list, {});
  const [asked, setAsked] = useState<ImportSummary | null>(null);
  const imports = list.data?.imports ?? [];
  if (imports.length === 0) return <ErrorAnswer error={list.error} />;
  const columns: readonly Column<ImportSummary>[] = [
    { key: 'number', header: '№', width: 70, isFigure: true, cell: ({ number }) => number },
    {
      key: 'when',
      header: t('common.date'),
      width: 170,
      cell: ({ finishedAt }) => (finishedAt === null ? '' : format.moment(finishedAt)),
    },
    { key: 'kind', header: t('exchange.what'), width: 120, cell: ({ kind }) => t(`exchange.kind.${kind}`) },
    { key: 'file', header: t('exchange.step.file'), cell: ({ fileName }) => fileName },
    {
      key: 'came',
      header: t('exchange.total.add'),
      width: 110,
      isFigure: true,
      cell: ({ counts }) => format.number(counts.add),
    },
    {
      key: 'changed',
      header: t('exchange.total.update'),
      width: 110,
      isFigure: true,
      cell: ({ counts }) => format.number(counts.update),
    },
    {
      key: 'acts',
      header: '',
      width: 330,
      cell: (each) =>
        each.state === 'undone' ? (
          <Badge color="gray">{t('exchange.undone')}</Badge>
        ) : (
          <Group gap="xs" wrap="nowrap">
            <PrintTotals importId={each.importId} />
            <Button variant="default" onClick={() => setAsked(each)}>
              {t('exchange.undo')}
            </Button>
          </Group>
        ),
    },
  ];
  return (
    <Paper>
      <Stack gap="lg">
        <Title order={2}>{t('exchange.earlier')}</Title>
        <DataTable
          label={t('exchange.earlier')}
          columns={columns}
          rows={imports}
          rowKey={({ importId }) => importId}
          empty={null}
        />
        {asked !== null && <UndoDialog asked={asked} onClose={() => setAsked(null)} />}
      </Stack>
    </Paper>
  );
}

const usesIn = (error: TillError | null): ImportUses =>
  error?.code === 'ImportUsed' ? (error.data as { readonly uses: ImportUses }).uses : [];

function UndoDialog({ asked, onClose }: { asked: ImportSummary; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const undo = useIntention(api.exchange.undo);
  const uses = usesIn(undo.error);
  const confirm = async () => {
    if ((await undo.send({ importId: asked.importId })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('exchange.undoTitle', { number: asked.number ?? '' })}
      action={t('exchange.undo')}
      isBusy={undo.isSending}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <Stack gap="sm">
        <span>{t('exchange.undoHint')}</span>
        <ErrorAnswer error={undo.error} />
        {uses.length > 0 && (
          <Alert color="amber">
            {uses.map(({ kind, count, examples }) => (
              <div key={kind}>
                {t(`exchange.use.${kind}`, { number: format.number(count) })}
                {examples.length > 0 && `: ${examples.join(', ')}`}
              </div>
            ))}
          </Alert>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
