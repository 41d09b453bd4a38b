/** Holds a draw: asks once, lets the till find the winners, and shows them one by one from the last prize to the first. */
import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './DrawPage.module.css';
import type { Draw, Winner } from './drawState.ts';

export interface DrawHoldProps {
  readonly draw: Draw;
  /** They come with the draw itself, after the till has found them. */
  readonly winners: readonly Winner[];
  readonly onClose: () => void;
}

export function DrawHold({ draw, winners, onClose }: DrawHoldProps) {
  const { t } = useTranslation();
  const isHeld = draw.state === 'drawn';
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={t(isHeld ? 'loyalty.draws.winners' : 'loyalty.draws.holdQuestion')}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      {isHeld && winners.length > 0 ? (
        <Reveal winners={winners} onClose={onClose} />
      ) : (
        <Question draw={draw} onClose={onClose} />
      )}
    </Modal>
  );
}

function Question({ draw, onClose }: { draw: Draw; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hold = useIntention(api.loyalty.holdDraw);
  return (
    <Stack gap="xl">
      <span>
        {t('loyalty.draws.holdEffect', {
          tickets: format.number(draw.tickets),
          customers: format.number(draw.customers),
          prizes: format.number(draw.prizes.length),
        })}
      </span>
      <ErrorAnswer error={hold.error} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          data-autofocus
          loading={hold.isSending}
          onClick={() => void hold.send({ drawId: draw.drawId })}
        >
          {t('loyalty.draws.hold')}
        </Button>
      </Group>
    </Stack>
  );
}

function Reveal({ winners, onClose }: { winners: readonly Winner[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(1);
  const fromLast = winners.toSorted((a, b) => b.place - a.place);
  const isAll = shown >= fromLast.length;
  // The newest stands on top: it is what everybody in the shop looks at.
  const told = fromLast.slice(0, shown).reverse();
  return (
    <Stack gap="xl">
      <ol className={styles.reveal} aria-live="polite">
        {told.map((winner, at) => (
          <li key={winner.place} className={styles.winner} data-newest={at === 0}>
            <span className={`${styles.place} figures`}>{winner.place}</span>
            <span>
              <span className={styles.who}>{winner.publicName}</span>
              <br />
              {winner.prize}
            </span>
            <span className="muted figures">
              {t('loyalty.draws.ticketNumber', { number: winner.ticketNumber })}
            </span>
          </li>
        ))}
      </ol>
      <Group justify="flex-end" gap="sm">
        {isAll ? (
          <Button autoFocus onClick={onClose}>
            {t('common.done')}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={() => setShown(fromLast.length)}>
              {t('loyalty.draws.showAll')}
            </Button>
            <Button autoFocus onClick={() => setShown(shown + 1)}>
              {t('loyalty.draws.showNext')}
            </Button>
          </>
        )}
      </Group>
    </Stack>
  );
}
