/** Prize draws: which are open, how many tickets are out, which wait to be held; and what the law may ask first. */
import { Badge, Button } from '@mantine/core';
import { IconConfetti, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../shared/text.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useMay, useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { DrawDrawer } from './DrawDrawer.tsx';
import { DrawLawNotice } from './DrawLawNotice.tsx';
import { type Draw, drawColours, drawState } from './drawState.ts';
import styles from './GameForm.module.css';
import { LoyaltyTabs } from './LoyaltyTabs.tsx';
import { prizesInWords } from './prizeRows.ts';

export function DrawsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayDraw = useMay('loyalty.draw');
  const { data, error } = useTill(api.loyalty.draws, {});
  const [isNew, setNew] = useState(false);
  const columns = useColumns();
  const show = (drawId: string) => void navigate({ to: `/loyalty/draws/${drawId}` });
  const add = mayDraw && (
    <Button leftSection={<IconPlus size={20} aria-hidden="true" />} onClick={() => setNew(true)}>
      {t('loyalty.draws.add')}
    </Button>
  );
  return (
    <>
      <LoyaltyTabs open="draws">{add}</LoyaltyTabs>
      <DrawLawNotice />
      <ErrorAnswer error={error} />
      {data !== undefined && (
        <DataTable
          label={t('loyalty.tab.draws')}
          columns={columns}
          rows={data.draws}
          rowKey={({ drawId }) => drawId}
          onRow={({ drawId }) => show(drawId)}
          empty={
            <EmptyState
              icon={<IconConfetti size={48} />}
              title={t('loyalty.draws.empty')}
              hint={t('loyalty.draws.emptyHint')}
              action={add}
            />
          }
        />
      )}
      <DrawDrawer isOpen={isNew} onClose={() => setNew(false)} onBegun={show} />
    </>
  );
}

export function DrawBadge({ draw }: { draw: Draw }) {
  const { t } = useTranslation();
  const state = drawState(draw, useSession().shop.businessDay);
  return <Badge color={drawColours[state]}>{t(`loyalty.draws.state.${state}`)}</Badge>;
}

function useColumns(): readonly Column<Draw>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  return [
    {
      key: 'name',
      header: t('common.name'),
      cell: (draw) => (
        <div className={styles.cell}>
          <div className={styles.name}>
            {textIn(draw.name, language)}
            <DrawBadge draw={draw} />
          </div>
          <div className={styles.under}>{prizesInWords(draw.prizes)}</div>
        </div>
      ),
    },
    {
      key: 'days',
      header: t('loyalty.games.days'),
      width: 230,
      cell: ({ from, to }) => format.dayRange(from, to),
    },
    {
      key: 'tickets',
      header: t('loyalty.draws.tickets'),
      isFigure: true,
      width: 110,
      cell: ({ tickets }) => format.number(tickets),
    },
    {
      key: 'customers',
      header: t('loyalty.games.customers'),
      isFigure: true,
      width: 110,
      cell: ({ customers }) => format.number(customers),
    },
  ];
}
