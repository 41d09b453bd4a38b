/** All gift cards of the shop: what it owes on them, each with its state, and the sale of a new one. */
import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconCreditCard, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode } from '../../shared/code.ts';
import type { GiftCardShown } from '../../shared/credit/giftCardContract.ts';
import { defaultTimeZone, localTimeOf } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { everyPage, SaveList, useSavedWords } from '../app/SaveList.tsx';
import { useMay } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Kpi } from '../ui/Kpi.tsx';
import { MoreRows } from '../ui/MoreRows.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { CreditTabs } from './CreditTabs.tsx';
import styles from './credit.module.css';
import { GiftCardBadge } from './GiftCardBadge.tsx';
import { SellGiftCard } from './SellGiftCard.tsx';
import { savedGiftCards } from './savedCredit.ts';

const shows = ['all', 'withMoney', 'expired', 'blocked'] as const;
type Show = (typeof shows)[number];

export function GiftCardsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const maySell = useMay('credit.sellGiftCard');
  const seesAll = useMay('credit.changeGiftCard');
  const [show, setShow] = useState<Show>('all');
  const [search, setSearch] = useState('');
  const [isSelling, setSelling] = useState(false);
  const columns = useColumns();
  const words = useSavedWords();
  const list = usePages(api.credit.giftCards, { show, search });
  const sell = maySell && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setSelling(true)}>
      {t('credit.giftCard.sell')}
    </Button>
  );
  return (
    <>
      <CreditTabs open="giftCards">
        {seesAll && (
          <SaveList
            what="giftCards"
            name={t('credit.tab.giftCards')}
            columns={savedGiftCards(words)}
            rows={() => everyPage(api.credit.giftCards, { show, search }, (page) => page.giftCards)}
          />
        )}
        {sell}
      </CreditTabs>
      <ErrorAnswer error={list.error} />
      {seesAll && <Liability first={list.pages[0]} />}
      <Group gap="md" wrap="nowrap">
        {seesAll && (
          <SegmentedControl
            aria-label={t('credit.show.label')}
            style={{ flex: 'none' }}
            data={shows.map((value) => ({ value, label: t(`credit.showCards.${value}`) }))}
            value={show}
            onChange={setShow}
          />
        )}
        <SearchField
          label={seesAll ? t('credit.giftCard.search') : t('credit.giftCard.number')}
          onSearch={setSearch}
          takesFocus={!seesAll}
        />
      </Group>
      {!list.isLoading && (
        <DataTable
          label={t('credit.tab.giftCards')}
          columns={columns}
          rows={list.pages.flatMap((page) => page.giftCards)}
          rowKey={({ number }) => number}
          onRow={({ number }) => void navigate({ to: `/credit/gift-cards/${number}` })}
          footer={list.hasMore && <MoreRows isLoading={list.isLoadingMore} onMore={list.loadMore} />}
          empty={
            <NoCards isSearch={search !== '' || show !== 'all'} seesAll={seesAll}>
              {sell}
            </NoCards>
          }
        />
      )}
      <SellGiftCard isOpen={isSelling} onClose={() => setSelling(false)} />
    </>
  );
}

interface NoCardsProps {
  isSearch: boolean;
  seesAll: boolean;
  children: ReactNode;
}

/** Whoever may not see all cards finds one by its whole number: for them an empty list says nothing of the shop's cards. */
function NoCards({ isSearch, seesAll, children }: NoCardsProps) {
  const { t } = useTranslation();
  if (isSearch) {
    return <EmptyState title={t(seesAll ? 'credit.giftCard.notFound' : 'credit.giftCard.notFoundWhole')} />;
  }
  const words = seesAll ? 'empty' : 'emptyWhole';
  return (
    <EmptyState
      icon={<IconCreditCard size={48} />}
      title={t(`credit.giftCard.${words}`)}
      hint={t(`credit.giftCard.${words}Hint`)}
      action={seesAll && children}
    />
  );
}

function Liability({ first }: { first: { owedSom: number; expiredSom: number } | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (first === undefined) return null;
  return (
    <div className={`${styles.figures} ${styles.two}`}>
      <Kpi
        title={t('credit.giftCard.owed')}
        value={format.number(first.owedSom)}
        formula={t('credit.giftCard.owedFormula')}
      />
      <Kpi
        title={t('credit.giftCard.expiredMoney')}
        value={format.number(first.expiredSom)}
        formula={t('credit.giftCard.expiredFormula')}
      />
    </div>
  );
}

function useColumns(): readonly Column<GiftCardShown>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'number',
      header: t('credit.giftCard.number'),
      width: 170,
      cell: ({ number }) => <span className="figures">{formatCode(number)}</span>,
    },
    { key: 'state', header: t('credit.giftCard.state'), cell: (card) => <GiftCardBadge card={card} /> },
    {
      key: 'customer',
      header: t('customer.customer'),
      cell: ({ customerName }) => (customerName === null || customerName === '' ? '–' : customerName),
    },
    {
      key: 'sold',
      header: t('credit.giftCard.sold'),
      width: 130,
      cell: ({ soldAt }) => format.day(localTimeOf(soldAt, defaultTimeZone).day),
    },
    {
      key: 'expires',
      header: t('credit.giftCard.lastDay'),
      width: 130,
      cell: ({ expiresOn }) => (expiresOn === null ? t('credit.giftCard.never') : format.day(expiresOn)),
    },
    {
      key: 'balance',
      header: t('credit.balance'),
      isFigure: true,
      width: 140,
      cell: ({ balanceSom }) => <strong>{format.number(balanceSom)}</strong>,
    },
  ];
}
