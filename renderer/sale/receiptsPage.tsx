/** Finished sales, newest first, and the receipt of the chosen one as it came out of the printer. */
import { Button, Group, SimpleGrid } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconDeviceMobile, IconPrinter, IconReceipt, IconStack2 } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isBusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { everyPage, SaveList, useSavedWords } from '../app/SaveList.tsx';
import { usePages } from '../app/usePages.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { CopyAnswer } from '../receipt/CopyAnswer.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { DayInput } from '../ui/DayInput.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ReceiptPreview } from '../ui/ReceiptPreview.tsx';
import { GiftReceiptButton } from './GiftReceiptButton.tsx';
import { ReceiptOnScreen } from './ReceiptOnScreen.tsx';
import styles from './receipts.module.css';
import { type SaleSummary, savedReceipts } from './savedReceipts.ts';
import { useNarrow } from './useNarrow.ts';

/** `saleId` is the chosen receipt, as the address names it; null shows the newest. */
export function ReceiptsPage({ saleId }: { saleId: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useColumns();
  const words = useSavedWords();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const days = { from: dayOrNone(from), to: dayOrNone(to) };
  const list = usePages(api.sale.recent, days);
  const sales = list.pages.flatMap((page) => page.sales);
  const isWhole = days.from === null && days.to === null;
  const chosenId = saleId ?? sales[0]?.saleId ?? null;
  return (
    <>
      <PageHeader title={t('ui.nav.receipts')} note={t('sale.receipts.note')}>
        <Button
          variant="default"
          leftSection={<IconStack2 size={20} aria-hidden="true" />}
          onClick={() => void navigate({ to: '/papers' })}
        >
          {t('sale.receipts.allPapers')}
        </Button>
      </PageHeader>
      <Group align="flex-end" justify="space-between">
        <Group align="flex-end">
          <DayInput label={t('sale.receipts.from')} w={180} value={from} onChange={setFrom} />
          <DayInput label={t('sale.receipts.to')} w={180} value={to} onChange={setTo} />
        </Group>
        <SaveList
          what="receipts"
          name={t('ui.nav.receipts')}
          columns={savedReceipts(words)}
          rows={() => everyPage(api.sale.recent, days, (page) => page.sales)}
        />
      </Group>
      <ErrorAnswer error={list.error} />
      {!list.isLoading && sales.length === 0 ? (
        <EmptyState
          icon={<IconReceipt size={48} />}
          title={isWhole ? t('sale.receipts.none') : t('sale.receipts.noneThen')}
          hint={isWhole ? t('sale.receipts.noneHint') : t('sale.receipts.noneThenHint')}
        />
      ) : (
        <div className={styles.columns}>
          <DataTable
            label={t('ui.nav.receipts')}
            columns={columns}
            rows={sales}
            rowKey={(sale) => sale.saleId}
            onRow={(sale) => void navigate({ to: `/receipts/${sale.saleId}` })}
            isSelected={(sale) => sale.saleId === chosenId}
            footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
            empty={null}
          />
          {chosenId !== null && <OneReceipt key={chosenId} saleId={chosenId} />}
        </div>
      )}
    </>
  );
}

/** A day that is still being typed asks for nothing yet. */
const dayOrNone = (day: string | null) => (day !== null && isBusinessDay(day) ? day : null);

function useColumns(): readonly Column<SaleSummary>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const isNarrow = useNarrow();
  const person: Column<SaleSummary> = {
    key: 'person',
    header: t('sale.receipts.person'),
    cell: (sale) => sale.personName,
  };
  return [
    { key: 'number', header: t('sale.receipts.number'), width: 70, cell: (sale) => sale.number },
    {
      key: 'at',
      header: t('common.date'),
      width: 160,
      cell: (sale) => <span className="figures">{format.moment(sale.soldAt)}</span>,
    },
    {
      key: 'customer',
      header: t('sale.receipts.customer'),
      cell: ({ customerName }) =>
        customerName === null ? <span className="muted">–</span> : format.phone(customerName),
    },
    // The receipt beside the list names the cashier too.
    ...(isNarrow ? [] : [person]),
    {
      key: 'net',
      header: t('sale.receipts.net'),
      width: 130,
      isFigure: true,
      cell: (sale) => format.number(sale.netSom),
    },
  ];
}

function OneReceipt({ saleId }: { saleId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, error } = useTill(api.sale.receipt, { saleId });
  const reprint = useIntention(api.sale.reprint);
  const [isShown, setShown] = useState(false);
  async function print() {
    const answer = await reprint.send({ saleId });
    if (!answer.ok) return;
    notifications.show({
      message: t('sale.receipts.copyPrinting', { number: answer.data.copyNumber }),
      color: 'green',
    });
  }
  return (
    <section className={styles.receipt} aria-label={t('sale.receipts.one')}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="sm">
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={20} aria-hidden="true" />}
          disabled={data === undefined}
          onClick={() => void navigate({ to: `/returns/${saleId}` })}
        >
          {t('sale.return.title')}
        </Button>
        <Button
          leftSection={<IconPrinter size={20} aria-hidden="true" />}
          loading={reprint.isSending}
          disabled={data === undefined}
          onClick={() => void print()}
        >
          {t('sale.receipts.printCopy')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDeviceMobile size={20} aria-hidden="true" />}
          disabled={data === undefined}
          onClick={() => setShown(true)}
        >
          {t('receipt.act.onScreen')}
        </Button>
        <GiftReceiptButton saleId={saleId} isDisabled={data === undefined} />
      </SimpleGrid>
      <CopyAnswer error={reprint.error} onTried={reprint.forget} />
      <ErrorAnswer error={error} />
      {isShown && <ReceiptOnScreen saleId={saleId} onClose={() => setShown(false)} />}
      {data !== undefined && (
        <div className={styles.paper}>
          <ReceiptPreview preview={data.preview} />
        </div>
      )}
    </section>
  );
}
