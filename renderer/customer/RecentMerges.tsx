/** Customers who were joined in the last day: each merge can still be taken back. */
import { Button, Table } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../shared/customer/contract.ts';
import type { MergeObstacle } from '../../shared/customer/mergeContract.ts';
import type { Instant } from '../../shared/time.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Section } from '../ui/Section.tsx';
import { useCustomerName } from './customerName.ts';

interface Merge {
  readonly mergeId: string;
  readonly into: Customer;
  readonly fromId: string;
  readonly fromName: string;
  readonly mergedAt: Instant;
  readonly undoUntil: Instant;
}

/** Shows nothing when nobody was joined in the last day; `customerId` for the merges of one customer. */
export function RecentMerges({ customerId = null }: { customerId?: string | null }) {
  const { t } = useTranslation();
  const { data } = useTill(api.customer.recentMerges, { customerId });
  const [chosen, setChosen] = useState<Merge | null>(null);
  const merges = (data?.merges ?? []) as readonly Merge[];
  if (merges.length === 0) return null;
  return (
    <Section title={t('customer.unmerge.title')}>
      <Table verticalSpacing="xs">
        <Table.Tbody>
          {merges.map((merge) => (
            <MergeRow key={merge.mergeId} merge={merge} onUndo={() => setChosen(merge)} />
          ))}
        </Table.Tbody>
      </Table>
      {chosen !== null && <UndoDialog merge={chosen} onClose={() => setChosen(null)} />}
    </Section>
  );
}

function MergeRow({ merge, onUndo }: { merge: Merge; onUndo: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useCustomerName();
  return (
    <Table.Tr>
      <Table.Td>
        {t('customer.unmerge.row', {
          from: merge.fromName || t('customer.unmerge.nameless'),
          into: nameOf(merge.into),
        })}
      </Table.Td>
      <Table.Td className="figures">{format.moment(merge.mergedAt)}</Table.Td>
      <Table.Td className="muted">
        {t('customer.unmerge.until', { until: format.moment(merge.undoUntil) })}
      </Table.Td>
      <Table.Td ta="right">
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={20} aria-hidden="true" />}
          onClick={onUndo}
        >
          {t('customer.unmerge.undo')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function UndoDialog({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const { t } = useTranslation();
  const undo = useIntention(api.customer.undoMerge);
  const confirm = async () => {
    const answer = await undo.send({ intoId: merge.into.id, fromId: merge.fromId });
    if (answer.ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('customer.unmerge.question')}
      action={t('customer.unmerge.undo')}
      isBusy={undo.isSending}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>{t('customer.unmerge.hint')}</p>
      <ErrorAnswer error={undo.error} />
      <Obstacle error={undo.error} />
    </ConfirmDialog>
  );
}

/** Why a merge stands, in a sentence of its own. */
function Obstacle({ error }: { error: TillError | null }) {
  const { t } = useTranslation();
  if (error?.code !== 'MergeUsed') return null;
  const { obstacle } = error.data as { readonly obstacle: MergeObstacle };
  return <p>{t(`customer.unmerge.obstacle.${obstacle}`)}</p>;
}
