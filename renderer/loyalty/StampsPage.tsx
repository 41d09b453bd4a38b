/** The shop's stamp cards: what is collected, what a full one brings, and how many customers collect. */
import { Badge, Button } from '@mantine/core';
import { IconPlus, IconRubberStamp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './GameForm.module.css';
import { useGameWords } from './gameWords.ts';
import { LoyaltyTabs } from './LoyaltyTabs.tsx';
import { NamesOfScopes } from './NamesOfScopes.tsx';
import { type StampCard, StampDrawer } from './StampDrawer.tsx';

export function StampsPage() {
  const { t } = useTranslation();
  const mayChange = useMay('loyalty.changeProgramme');
  const { data, error } = useTill(api.loyalty.stampCards, {});
  const [edited, setEdited] = useState<StampCard | 'new' | null>(null);
  const add = mayChange && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setEdited('new')}>
      {t('loyalty.stamps.add')}
    </Button>
  );
  return (
    <>
      <LoyaltyTabs open="stamps">{add}</LoyaltyTabs>
      <ErrorAnswer error={error} />
      {data?.stampCards.length === 0 && (
        <EmptyState
          icon={<IconRubberStamp size={48} />}
          title={t('loyalty.stamps.empty')}
          hint={t('loyalty.stamps.emptyHint')}
          action={add}
        />
      )}
      {data !== undefined && data.stampCards.length > 0 && (
        <NamesOfScopes scopes={data.stampCards.map(({ scope }) => scope)}>
          <StampTable stampCards={data.stampCards} onOpen={mayChange ? setEdited : null} />
        </NamesOfScopes>
      )}
      <StampDrawer edited={edited} onClose={() => setEdited(null)} />
    </>
  );
}

interface StampTableProps {
  readonly stampCards: readonly StampCard[];
  /** Null for those who may only look. */
  readonly onOpen: ((card: StampCard) => void) | null;
}

function StampTable({ stampCards, onOpen }: StampTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  const { stampSentence } = useGameWords();
  const columns: readonly Column<StampCard>[] = [
    {
      key: 'name',
      header: t('loyalty.stamps.card'),
      cell: (card) => (
        <div className={styles.cell}>
          <div className={styles.name}>
            {textIn(card.name, language)}
            {!card.isActive && <Badge color="gray">{t('loyalty.stamps.stopped')}</Badge>}
          </div>
          <div className={styles.under}>{stampSentence(card)}</div>
        </div>
      ),
    },
    {
      key: 'customers',
      header: t('loyalty.stamps.customers'),
      isFigure: true,
      width: 150,
      cell: ({ customers }) => format.number(customers),
    },
    {
      key: 'fullCards',
      header: t('loyalty.stamps.fullCards'),
      isFigure: true,
      width: 170,
      cell: ({ fullCards }) => format.number(fullCards),
    },
  ];
  return (
    <DataTable
      label={t('loyalty.tab.stamps')}
      columns={columns}
      rows={stampCards}
      rowKey={({ stampCardId }) => stampCardId}
      {...(onOpen === null ? {} : { onRow: onOpen })}
      empty={null}
    />
  );
}
