/** What customers answered after the sale: together, with the doubt that few answers leave, and one by one. */
import { Badge, Button, Group } from '@mantine/core';
import { IconMoodSmile, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { everyPage } from '../app/SaveList.tsx';
import { useMay } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { FeedbackDialog } from './FeedbackDialog.tsx';
import { type FeedbackRow, SaveFeedback } from './FeedbackFile.tsx';
import { OpinionFigures } from './OpinionFigures.tsx';
import { ServiceTabs } from './ServiceTabs.tsx';
import styles from './service.module.css';

export function FeedbackPage() {
  const { t } = useTranslation();
  const mayFigures = useMay('service.figures');
  const mayAsk = useMay('service.feedback');
  const [isAsking, setAsking] = useState(false);
  const list = usePages(api.service.feedback, { customerId: null });
  const columns = useColumns();
  const ask = mayAsk && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setAsking(true)}>
      {t('service.feedback.title')}
    </Button>
  );
  return (
    <>
      <ServiceTabs open="feedback">
        <SaveFeedback
          rows={() => everyPage(api.service.feedback, { customerId: null }, (page) => page.feedback)}
        />
        {ask}
      </ServiceTabs>
      {mayFigures && <OpinionFigures />}
      <ErrorAnswer error={list.error} />
      {!list.isLoading && (
        <DataTable<FeedbackRow>
          label={t('service.tab.feedback')}
          columns={columns}
          rows={list.pages.flatMap((page) => page.feedback)}
          rowKey={({ feedbackId }) => feedbackId}
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
          empty={
            <EmptyState
              icon={<IconMoodSmile size={48} />}
              title={t('service.feedback.none')}
              hint={t('service.feedback.noneHint')}
              action={ask}
            />
          }
        />
      )}
      {isAsking && <FeedbackDialog customer={null} saleId={null} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Green for praise, red for what the shop must hear, grey between. */
function colourOf({ kind, score }: FeedbackRow): string {
  if (kind === 'nps') return score >= 9 ? 'green' : score <= 6 ? 'red' : 'gray';
  return score >= 4 ? 'green' : score <= 2 ? 'red' : 'gray';
}

function useColumns(): readonly Column<FeedbackRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'score',
      header: t('service.feedback.score'),
      width: 130,
      cell: (row) => (
        <Badge color={colourOf(row)} className="figures">
          {t('service.feedback.scoreOf', { score: row.score, most: row.kind === 'nps' ? 10 : 5 })}
        </Badge>
      ),
    },
    {
      key: 'words',
      header: t('service.feedback.said'),
      cell: ({ reason, words }) => (
        <span className={styles.cell}>
          <span className={styles.cellWords}>
            {words || (reason === null ? '–' : t(`service.reason.${reason}`))}
          </span>
          {words !== '' && reason !== null && (
            <span className={styles.small}>{t(`service.reason.${reason}`)}</span>
          )}
        </span>
      ),
    },
    {
      key: 'customer',
      header: t('customer.customer'),
      width: 180,
      cell: ({ customer }) =>
        customer === null ? (
          <span className="muted">{t('service.feedback.unknown')}</span>
        ) : (
          <Link to={`/customers/${customer.customerId}` as '/'} className={styles.link}>
            {customer.name || t('customer.noName')}
          </Link>
        ),
    },
    {
      key: 'receipt',
      header: t('service.complaint.receiptNumber'),
      width: 170,
      cell: ({ receiptNumber, sellerName }) =>
        receiptNumber === null ? (
          '–'
        ) : (
          <Group gap={6} wrap="nowrap">
            <span className="figures">№{receiptNumber}</span>
            <span className="muted">{sellerName}</span>
          </Group>
        ),
    },
    {
      key: 'at',
      header: t('common.date'),
      width: 130,
      cell: ({ at }) => <span className="figures">{format.moment(at)}</span>,
    },
  ];
}
