/** Deeds that were rewarded, newest first: who, what for, and since when a photo may be published. */
import { IconHeartHandshake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { usePages } from '../app/usePages.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { CustomerLink } from './CustomerLink.tsx';
import styles from './Deed.module.css';

type Answered = Extract<Awaited<ReturnType<typeof api.loyalty.deedsGiven>>, { readonly ok: true }>['data'];
type Given = Answered['given'][number];

/** Of one customer, or of all while `customerId` is null. */
export function DeedsGiven({ customerId }: { customerId: string | null }) {
  const { t } = useTranslation();
  const given = usePages(api.loyalty.deedsGiven, { customerId });
  const columns = useColumns(customerId === null);
  return (
    <>
      <ErrorAnswer error={given.error} />
      {!given.isLoading && given.error === null && (
        <DataTable
          label={t('loyalty.deed.show.given')}
          columns={columns}
          rows={given.pages.flatMap((page) => page.given)}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              icon={<IconHeartHandshake size={48} />}
              title={t('loyalty.deed.empty')}
              hint={t('loyalty.deed.emptyHint')}
            />
          }
          footer={given.hasMore && <MoreRows isLoading={given.isLoadingMore} onMore={given.loadMore} />}
        />
      )}
    </>
  );
}

function useColumns(hasCustomer: boolean): readonly Column<Given>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const customer: Column<Given> = {
    key: 'customer',
    header: t('loyalty.customer'),
    cell: ({ customerId, customerName }) => <CustomerLink customerId={customerId} name={customerName} />,
  };
  return [
    { key: 'at', header: t('common.date'), width: 150, cell: ({ at }) => format.moment(at) },
    ...(hasCustomer ? [customer] : []),
    { key: 'kind', header: t('loyalty.deed.what'), cell: ({ kind }) => t(`loyalty.deed.kind.${kind}`) },
    {
      key: 'note',
      header: t('loyalty.deed.note'),
      cell: ({ note, permissionOn }) => (
        <div className={styles.note}>
          {note === '' && permissionOn === null ? '–' : note}
          {permissionOn !== null && (
            <div className="muted">{t('loyalty.deed.permitted', { day: format.day(permissionOn) })}</div>
          )}
        </div>
      ),
    },
    {
      key: 'person',
      header: t('loyalty.byWhom'),
      cell: ({ personName }) => personName ?? t('loyalty.byTill'),
    },
    {
      key: 'bonus',
      header: t('loyalty.amount'),
      isFigure: true,
      width: 100,
      cell: ({ bonusSom }) => format.number(bonusSom),
    },
  ];
}
