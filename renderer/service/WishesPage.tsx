/** What was asked for and not there: each wish with its people, what most people wait for on top. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconBulb, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WishGroup } from '../../shared/service/wishContract.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { everyPage, SaveList } from '../app/SaveList.tsx';
import { useMay } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { ServiceTabs } from './ServiceTabs.tsx';
import { WishDialog } from './WishDialog.tsx';
import { WishDrawer } from './WishDrawer.tsx';
import { WishState } from './WishState.tsx';
import { useWhatName } from './whatName.ts';

const shows = ['living', 'here', 'impossible', 'all'] as const;
type Show = (typeof shows)[number];

const keyOf = ({ state, productId, wordsKey }: WishGroup) => `${state} ${productId ?? wordsKey}`;

export function WishesPage() {
  const { t } = useTranslation();
  const [show, setShow] = useState<Show>('living');
  const [search, setSearch] = useState('');
  const [isNew, setNew] = useState(false);
  const [open, setOpen] = useState<WishGroup | null>(null);
  const list = usePages(api.service.wishes, { show, search });
  const wishes = list.pages.flatMap((page) => page.wishes);
  const columns = useWishColumns();
  const write = useMay('service.wish') && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setNew(true)}>
      {t('service.wish.new')}
    </Button>
  );
  return (
    <>
      <ServiceTabs open="wishes">
        <SaveWishes rows={() => everyPage(api.service.wishes, { show, search }, (page) => page.wishes)} />
        {write}
      </ServiceTabs>
      <Group gap="md" wrap="nowrap">
        <SegmentedControl
          aria-label={t('service.wish.show.label')}
          style={{ flex: 'none' }}
          data={shows.map((value) => ({ value, label: t(`service.wish.show.${value}`) }))}
          value={show}
          onChange={setShow}
        />
        <SearchField label={t('service.wish.search')} onSearch={setSearch} />
      </Group>
      <ErrorAnswer error={list.error} />
      {!list.isLoading && (
        <DataTable<WishGroup>
          label={t('service.tab.wishes')}
          columns={columns}
          rows={wishes}
          rowKey={keyOf}
          onRow={setOpen}
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
          empty={
            <EmptyState
              icon={<IconBulb size={48} />}
              title={t('service.wish.none')}
              hint={t('service.wish.noneHint')}
              action={write}
            />
          }
        />
      )}
      {isNew && <WishDialog customer={null} onClose={() => setNew(false)} />}
      <WishDrawer wish={open} onClose={() => setOpen(null)} />
    </>
  );
}

function useWishColumns(): readonly Column<WishGroup>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useWhatName();
  return [
    { key: 'what', header: t('service.wish.one'), cell: (wish) => <strong>{nameOf(wish)}</strong> },
    {
      key: 'people',
      header: t('service.wish.people'),
      isFigure: true,
      width: 110,
      cell: ({ people }) => format.number(people),
    },
    {
      key: 'quantity',
      header: t('service.wish.quantity'),
      isFigure: true,
      width: 120,
      cell: ({ quantityThousandths }) =>
        quantityThousandths === 0 ? '–' : format.quantity(quantityThousandths),
    },
    {
      key: 'since',
      header: t('service.wish.since'),
      width: 170,
      cell: ({ firstAskedAt }) => <span className="figures">{format.moment(firstAskedAt)}</span>,
    },
    { key: 'state', header: t('service.state'), width: 200, cell: (wish) => <WishState wish={wish} /> },
  ];
}

function SaveWishes({ rows }: { rows: () => Promise<readonly WishGroup[] | TillError> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useWhatName();
  return (
    <SaveList<WishGroup>
      what="wishes"
      name={t('service.tab.wishes')}
      rows={rows}
      columns={[
        { header: t('service.wish.one'), value: nameOf },
        { header: t('service.wish.people'), value: ({ people }) => people },
        { header: t('service.wish.reachable'), value: ({ reachable }) => reachable },
        {
          header: t('service.wish.quantity'),
          value: ({ quantityThousandths }) => quantityThousandths / 1000,
        },
        { header: t('service.wish.since'), value: ({ firstAskedAt }) => format.moment(firstAskedAt) },
        { header: t('service.wish.last'), value: ({ lastAskedAt }) => format.moment(lastAskedAt) },
        { header: t('service.state'), value: ({ state }) => t(`service.wish.state.${state}`) },
      ]}
    />
  );
}
