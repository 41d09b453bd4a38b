/** One wish: who asked for it, and what the shop does about it. */
import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WishGroup } from '../../shared/service/wishContract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { WishHereForm } from './WishHereForm.tsx';
import { WishState } from './WishState.tsx';
import styles from './wanted.module.css';
import { useWhatName } from './whatName.ts';

export function WishDrawer({ wish, onClose }: { wish: WishGroup | null; onClose: () => void }) {
  const nameOf = useWhatName();
  return (
    <Drawer
      opened={wish !== null}
      onClose={onClose}
      position="right"
      size={560}
      title={wish === null ? '' : nameOf(wish)}
    >
      {wish !== null && <OneWish key={`${wish.state} ${wish.wordsKey}`} wish={wish} onClose={onClose} />}
    </Drawer>
  );
}

function OneWish({ wish, onClose }: { wish: WishGroup; onClose: () => void }) {
  const { t } = useTranslation();
  const [isHere, setHere] = useState(false);
  const mayChange = useMay('service.changeWishes');
  if (isHere) return <WishHereForm wish={wish} onDone={onClose} onCancel={() => setHere(false)} />;
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <WishState wish={wish} />
        <Text>{t('service.wish.peopleCount', { count: wish.people })}</Text>
      </Group>
      {mayChange && <WishActs wish={wish} onHere={() => setHere(true)} onDone={onClose} />}
      <Wishers wish={wish} />
    </Stack>
  );
}

interface WishActsProps {
  readonly wish: WishGroup;
  readonly onHere: () => void;
  readonly onDone: () => void;
}

function WishActs({ wish, onHere, onDone }: WishActsProps) {
  const { t } = useTranslation();
  const move = useIntention(api.service.moveWish);
  const { productId, wordsKey, state } = wish;
  if (state === 'here') return null;
  const to = async (next: 'open' | 'ordered' | 'impossible') => {
    const answer = await move.send({ productId, wordsKey, state, to: next });
    if (answer.ok) onDone();
  };
  const others = {
    open: ['ordered', 'impossible'],
    ordered: ['open', 'impossible'],
    impossible: ['open'],
  } as const;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        {state !== 'impossible' && <Button onClick={onHere}>{t('service.wish.isHere')}</Button>}
        {others[state].map((next) => (
          <Button key={next} variant="default" loading={move.isSending} onClick={() => void to(next)}>
            {t(`service.wish.to.${next}`)}
          </Button>
        ))}
      </Group>
      <ErrorAnswer error={move.error} />
    </Stack>
  );
}

function Wishers({ wish: { productId, wordsKey, state } }: { wish: WishGroup }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayTell = useMay('service.wish');
  const { data, error } = useTill(api.service.wishers, { productId, wordsKey, state });
  const tell = useIntention(api.service.tellWish);
  return (
    <div>
      <ErrorAnswer error={error ?? tell.error} />
      {(data?.wishers ?? []).map((wisher) => (
        <div key={wisher.wishId} className={styles.waiting}>
          <span>
            {wisher.customer === null ? (
              wisher.reach === '' ? (
                t('service.wish.somebody')
              ) : (
                wisher.reach
              )
            ) : (
              <a href={`#/customers/${wisher.customer.customerId}`}>
                {wisher.customer.name || t('customer.noName')}
              </a>
            )}
            <span className="muted figures">
              {' '}
              · {format.moment(wisher.askedAt)} · {wisher.personName}
            </span>
          </span>
          {wisher.toldAt !== null && <span className="muted">{t('service.wish.told')}</span>}
          {state === 'here' && wisher.toldAt === null && mayTell && (
            <Button
              variant="light"
              loading={tell.isSending}
              onClick={() => void tell.send({ wishId: wisher.wishId })}
            >
              {t('service.wish.tell')}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
