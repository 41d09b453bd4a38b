/** Who may be forgotten: people who came no more, and people who never agreed; chosen in a list, erased in one act. */
import { Button, Checkbox, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { type Erased, ErasedAnswer } from './ErasedAnswer.tsx';

type Listed = Extract<Awaited<ReturnType<typeof api.customer.forgettable>>, { readonly ok: true }>['data'];
type Forgettable = Listed['customers'][number];

/** Money comes first: whoever owes or is owed cannot be forgotten yet. */
const isFree = ({ debtSom, storeCreditSom }: Forgettable): boolean => debtSom <= 0 && storeCreditSom <= 0;

export function ForgetCustomers({ months }: { months: number }) {
  const { t } = useTranslation();
  const list = useTill(api.customer.forgettable, { months }, { keepsLast: true });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const customers = list.data?.customers ?? [];
  const free = customers.filter(isFree);
  const picked = free.filter(({ customerId }) => chosen.has(customerId));
  const columns = useColumns({
    chosen,
    onChoose: (customerId, isChosen) => {
      const next = new Set(chosen);
      if (isChosen) next.add(customerId);
      else next.delete(customerId);
      setChosen(next);
    },
  });
  return (
    <Stack gap="sm">
      <ForgetHead
        freeCount={free.length}
        pickedCount={picked.length}
        onAll={() => setChosen(new Set(free.map(({ customerId }) => customerId)))}
        onAct={() => setAsking(true)}
      />
      <ErrorAnswer error={list.error} />
      {list.data !== undefined && (
        <DataTable
          label={t('customer.forget.title')}
          columns={columns}
          rows={customers}
          rowKey={({ customerId }) => customerId}
          footer={
            list.data.count > customers.length && (
              <Text size="sm" c="dimmed">
                {t('customer.forget.more', { shown: customers.length, count: list.data.count })}
              </Text>
            )
          }
          empty={<EmptyState title={t('customer.forget.nobody')} hint={t('customer.forget.nobodyHint')} />}
        />
      )}
      {isAsking && (
        <ForgetDialog
          customerIds={picked.map(({ customerId }) => customerId)}
          onClose={() => {
            setAsking(false);
            setChosen(new Set());
            list.refresh();
          }}
        />
      )}
    </Stack>
  );
}

interface HeadProps {
  freeCount: number;
  pickedCount: number;
  onAll: () => void;
  onAct: () => void;
}

function ForgetHead({ freeCount, pickedCount, onAll, onAct }: HeadProps) {
  const { t } = useTranslation();
  return (
    <Group justify="space-between">
      <div>
        <Title order={3}>{t('customer.forget.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('customer.forget.hint')}
        </Text>
      </div>
      <Group gap="sm">
        <Button variant="default" disabled={freeCount === 0} onClick={onAll}>
          {t('customer.forget.all')}
        </Button>
        <Button
          color="red"
          disabled={pickedCount === 0}
          leftSection={<IconUserOff size={20} aria-hidden="true" />}
          onClick={onAct}
        >
          {pickedCount === 0
            ? t('customer.forget.choosePeople')
            : t('customer.forget.act', { count: pickedCount })}
        </Button>
      </Group>
    </Group>
  );
}

interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (customerId: string, isChosen: boolean) => void;
}

function useColumns({ chosen, onChoose }: Choosing): readonly Column<Forgettable>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const sum = (amountSom: number) => (amountSom === 0 ? '–' : format.number(amountSom));
  return [
    {
      key: 'chosen',
      header: '',
      width: 56,
      cell: (row) => (
        <Checkbox
          size="md"
          aria-label={t('customer.forget.choose', { name: row.name })}
          disabled={!isFree(row)}
          checked={chosen.has(row.customerId)}
          onChange={(event) => onChoose(row.customerId, event.currentTarget.checked)}
        />
      ),
    },
    { key: 'name', header: t('customer.customer'), cell: ({ name }) => name || t('customer.noName') },
    {
      key: 'reason',
      header: t('customer.forget.why'),
      width: 200,
      cell: ({ reason }) => t(`customer.forget.reason.${reason}`),
    },
    {
      key: 'last',
      header: t('customer.lastVisit'),
      width: 150,
      cell: ({ lastVisitOn }) => (lastVisitOn === null ? t('customer.never') : format.day(lastVisitOn)),
    },
    {
      key: 'receipts',
      header: t('customer.receipts'),
      isFigure: true,
      width: 90,
      cell: ({ receipts }) => format.number(receipts),
    },
    {
      key: 'bonus',
      header: t('customer.bonus'),
      isFigure: true,
      width: 110,
      cell: (row) => sum(row.bonusSom),
    },
    {
      key: 'debt',
      header: t('customer.forget.debt'),
      isFigure: true,
      width: 110,
      cell: (row) => sum(row.debtSom),
    },
    {
      key: 'left',
      header: t('customer.forget.storeCredit'),
      isFigure: true,
      width: 130,
      cell: (row) => sum(row.storeCreditSom),
    },
  ];
}

function ForgetDialog({ customerIds, onClose }: { customerIds: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [isSure, setSure] = useState(false);
  const [replaceBackups, setReplaceBackups] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<TillError | null>(null);
  const [erased, setErased] = useState<Erased | null>(null);
  async function erase() {
    setBusy(true);
    const answer = await api.customer.erase({
      customerIds: [...customerIds],
      cause: 'absence',
      replaceBackups,
    });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) setErased(answer.data);
  }
  return (
    <Modal opened size="lg" onClose={onClose} title={t('customer.forget.act', { count: customerIds.length })}>
      {erased !== null ? (
        <ErasedAnswer erased={erased} onClose={onClose} />
      ) : (
        <Stack gap="md">
          <Text>{t('customer.forget.effect')}</Text>
          <Checkbox
            size="md"
            label={t('customer.forget.replaceBackups')}
            checked={replaceBackups}
            onChange={(event) => setReplaceBackups(event.currentTarget.checked)}
          />
          <Text size="sm" c="dimmed">
            {t('customer.erase.copiesElsewhere')}
          </Text>
          <Checkbox
            size="md"
            label={t('customer.erase.sure')}
            checked={isSure}
            onChange={(event) => setSure(event.currentTarget.checked)}
          />
          <ErrorAnswer error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={isBusy}>
              {t('common.cancel')}
            </Button>
            <Button color="red" disabled={!isSure} loading={isBusy} onClick={() => void erase()}>
              {t('customer.erase.act')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
