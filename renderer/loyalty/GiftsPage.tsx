/** Small gifts that were given at the till: to whom, how much, why, by whom; what the owner has not seen is marked. */
import { Badge, Button, Group, Text } from '@mantine/core';
import { IconChecks, IconGift } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Gift } from '../../shared/loyalty/surpriseContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { useIntention } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { CustomerLink } from './CustomerLink.tsx';
import { LoyaltyTabs } from './LoyaltyTabs.tsx';

export function GiftsPage() {
  const { t } = useTranslation();
  const maySee = useMay('loyalty.changeProgramme');
  const mayManage = useMay('staff.manage');
  const gifts = usePages(api.loyalty.gifts, {});
  const see = useIntention(api.loyalty.markGiftsSeen);
  const unseen = gifts.pages[0]?.unseen ?? 0;
  const newestId = gifts.pages[0]?.gifts[0]?.id;
  const columns = useColumns();
  return (
    <>
      <LoyaltyTabs open="gifts">
        {mayManage && (
          <Button variant="default" component={Link} to="/people">
            {t('loyalty.gift.budgets')}
          </Button>
        )}
        {maySee && unseen > 0 && newestId !== undefined && (
          <Button
            leftSection={<IconChecks size={20} aria-hidden="true" />}
            loading={see.isSending}
            onClick={() => void see.send({ upToId: newestId })}
          >
            {t('loyalty.corrections.seen')}
          </Button>
        )}
      </LoyaltyTabs>
      <Group gap="sm">
        <Text className="muted">{t('loyalty.gift.show.label')}</Text>
        {unseen > 0 && <Badge color="amber">{t('loyalty.gift.unseenShort', { count: unseen })}</Badge>}
      </Group>
      <ErrorAnswer error={gifts.error} />
      <ErrorAnswer error={see.error} />
      {!gifts.isLoading && gifts.error === null && (
        <DataTable
          label={t('loyalty.tab.gifts')}
          columns={columns}
          rows={gifts.pages.flatMap((page) => page.gifts)}
          rowKey={({ id }) => id}
          isSelected={({ isSeen }) => !isSeen}
          empty={
            <EmptyState
              icon={<IconGift size={48} />}
              title={t('loyalty.gift.empty')}
              hint={t('loyalty.gift.emptyHint')}
            />
          }
          footer={gifts.hasMore && <MoreRows isLoading={gifts.isLoadingMore} onMore={gifts.loadMore} />}
        />
      )}
    </>
  );
}

function useColumns(): readonly Column<Gift>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'at',
      header: t('common.date'),
      width: 150,
      cell: ({ at, isSeen }) => (
        <>
          {format.moment(at)}
          {!isSeen && <Badge color="amber">{t('loyalty.gift.new')}</Badge>}
        </>
      ),
    },
    {
      key: 'customer',
      header: t('loyalty.customer'),
      cell: ({ customerId, customerName }) => (
        <CustomerLink customerId={customerId} name={customerName || t('customer.noName')} />
      ),
    },
    {
      key: 'why',
      header: t('loyalty.gift.why'),
      cell: ({ occasion, words }) => (
        <>
          {t(`loyalty.gift.occasion.${occasion}`)}
          {words !== '' && <div className="muted">{words}</div>}
        </>
      ),
    },
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
    {
      key: 'amount',
      header: t('loyalty.amount'),
      isFigure: true,
      width: 100,
      cell: ({ amountSom }) => format.number(amountSom),
    },
  ];
}
