/** Balances that were changed by hand: what, why, by whom; the owner sees first what nobody else stood for. */
import { Badge, Button } from '@mantine/core';
import { IconChecks, IconEditCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { everyPage, SaveList, useSavedWords } from '../app/SaveList.tsx';
import { useMay } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { useIntention } from '../app/useTill.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { CustomerLink } from './CustomerLink.tsx';
import { type Correction, unseenFirst } from './corrections.ts';
import { savedCorrections } from './savedCorrections.ts';

export function CorrectionsPage() {
  const { t } = useTranslation();
  const maySee = useMay('loyalty.changeProgramme');
  const corrections = usePages(api.ledger.corrections, {});
  const see = useIntention(api.ledger.seeCorrections);
  const unseen = corrections.pages[0]?.unseenAlone ?? 0;
  const columns = useColumns();
  const words = useSavedWords();
  return (
    <>
      <BackHeader
        title={t('loyalty.corrections.title')}
        back="/loyalty"
        badge={
          unseen > 0 && <Badge color="amber">{t('loyalty.corrections.unseenShort', { count: unseen })}</Badge>
        }
      >
        <SaveList
          what="corrections"
          name={t('loyalty.corrections.title')}
          columns={savedCorrections(words)}
          rows={() => everyPage(api.ledger.corrections, {}, (page) => page.corrections)}
        />
        {maySee && unseen > 0 && (
          <Button
            leftSection={<IconChecks size={20} aria-hidden="true" />}
            loading={see.isSending}
            onClick={() => void see.send({})}
          >
            {t('loyalty.corrections.seen')}
          </Button>
        )}
      </BackHeader>
      <ErrorAnswer error={corrections.error} />
      <ErrorAnswer error={see.error} />
      {!corrections.isLoading && corrections.error === null && (
        <DataTable
          label={t('loyalty.corrections.title')}
          columns={columns}
          rows={unseenFirst(corrections.pages.flatMap((page) => page.corrections))}
          rowKey={({ id }) => id}
          isSelected={({ isAlone, isSeen }) => isAlone && !isSeen}
          empty={
            <EmptyState
              icon={<IconEditCircle size={48} />}
              title={t('loyalty.corrections.empty')}
              hint={t('loyalty.corrections.emptyHint')}
            />
          }
          footer={
            corrections.hasMore && (
              <MoreRows isLoading={corrections.isLoadingMore} onMore={corrections.loadMore} />
            )
          }
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<Correction>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { key: 'at', header: t('common.date'), width: 150, cell: ({ at }) => format.moment(at) },
    {
      key: 'account',
      header: t('loyalty.corrections.what'),
      cell: ({ account }) => t(`loyalty.corrections.account.${account}`),
    },
    {
      key: 'subject',
      header: t('loyalty.corrections.whose'),
      cell: ({ customerId, subject }) =>
        customerId === null ? subject : <CustomerLink customerId={customerId} name={subject} />,
    },
    {
      key: 'amount',
      header: t('loyalty.corrections.amount'),
      isFigure: true,
      cell: ({ amountSom }) => format.signedNumber(amountSom),
    },
    { key: 'reason', header: t('common.reason'), cell: ({ reason }) => reason },
    {
      key: 'person',
      header: t('loyalty.byWhom'),
      cell: ({ personName, approverName, isAlone }) => (
        <>
          {personName}
          {approverName !== null && (
            <div className="muted">{t('loyalty.corrections.stood', { name: approverName })}</div>
          )}
          {isAlone && (
            <Badge color="amber" ml="sm">
              {t('loyalty.corrections.alone')}
            </Badge>
          )}
        </>
      ),
    },
  ];
}
