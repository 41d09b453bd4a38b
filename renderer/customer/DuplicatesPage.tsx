/** Customers whom the shop may know twice, each pair side by side: joined, or told apart for good; and merges of today. */
import { Stack } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { usePages } from '../app/usePages.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { CustomerTabs } from './CustomerTabs.tsx';
import { DuplicatePair } from './DuplicatePair.tsx';
import { RecentMerges } from './RecentMerges.tsx';

/** A pair is looked at, not skimmed. */
const pairsAtOnce = 20;

export function DuplicatesPage() {
  const { t } = useTranslation();
  const list = usePages(api.customer.duplicates, {}, pairsAtOnce);
  const pairs = list.pages.flatMap((page) => page.pairs);
  const count = list.pages[0]?.count;
  return (
    <>
      <PageHeader
        title={t('ui.nav.customers')}
        note={count === undefined || count === 0 ? undefined : t('customer.duplicates.count', { count })}
      />
      <CustomerTabs open="duplicates" />
      <ErrorAnswer error={list.error} />
      <RecentMerges />
      {!list.isLoading && pairs.length === 0 && list.error === null && (
        <EmptyState
          icon={<IconUsers size={48} />}
          title={t('customer.duplicates.none')}
          hint={t('customer.duplicates.noneHint')}
        />
      )}
      <Stack gap="md">
        {pairs.map((pair) => (
          <DuplicatePair key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
        ))}
      </Stack>
      {list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
    </>
  );
}
