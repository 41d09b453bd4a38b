/** The winners of a draw that was held: who gets what, and what was handed over already. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { defaultTimeZone, localTimeOf } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import type { Draw, Winner } from './drawState.ts';
import styles from './GameForm.module.css';

export function DrawWinners({ draw, winners }: { draw: Draw; winners: readonly Winner[] }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const hand = useIntention(api.loyalty.handPrize);
  const mayHand = useMay('loyalty.contest');
  const format = useFormat();
  const give = async (place: number) => {
    const answer = await hand.send({ drawId: draw.drawId, place });
    if (answer.ok) notifications.show({ message: t('loyalty.prizes.handed'), color: 'green' });
  };
  const handed: Column<Winner> = {
    key: 'handed',
    header: t('loyalty.prizes.handed'),
    width: 150,
    cell: ({ handedAt, place }) => {
      if (handedAt !== null) return format.day(localTimeOf(handedAt, defaultTimeZone).day);
      if (!mayHand) return '–';
      return (
        <Button variant="default" size="compact-md" mih={36} onClick={() => void give(place)}>
          {t('loyalty.prizes.hand')}
        </Button>
      );
    },
  };
  return (
    <>
      <ErrorAnswer error={hand.error} />
      <DataTable
        label={t('loyalty.draws.winners')}
        columns={[...columns, handed]}
        rows={winners}
        rowKey={({ place }) => String(place)}
        empty={null}
      />
    </>
  );
}

function useColumns(): readonly Column<Winner>[] {
  const { t } = useTranslation();
  return [
    { key: 'place', header: t('loyalty.games.place'), isFigure: true, width: 70, cell: ({ place }) => place },
    {
      key: 'winner',
      header: t('loyalty.draws.winner'),
      cell: ({ customerId, publicName, prize }) => (
        <div className={styles.cell}>
          <Link
            className={`${styles.name} ${styles.link}`}
            to="/customers/$customerId"
            params={{ customerId }}
          >
            {publicName}
          </Link>
          <div className={styles.under}>{prize}</div>
        </div>
      ),
    },
    {
      key: 'ticket',
      header: t('loyalty.draws.ticket'),
      isFigure: true,
      width: 100,
      cell: ({ ticketNumber }) => ticketNumber,
    },
  ];
}
