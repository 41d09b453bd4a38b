/** Stands between the screens and a till that is not there: says so in words, and never lets a sale be lost silently. */
import { Center, Loader, Stack } from '@mantine/core';
import { IconPlugConnectedX, IconRefreshAlert } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './Connected.module.css';
import { useConnection } from './useTill.ts';

/** Local answers come at once; a sign of waiting before that would only flicker. */
const patienceMs = 400;

function useAfter(milliseconds: number): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isOver;
}

function Waiting() {
  const { t } = useTranslation();
  const isLate = useAfter(patienceMs);
  if (!isLate) return null;
  return (
    <Center h="100%">
      <Stack align="center" gap="md">
        <Loader />
        <span>{t('ui.connection.connecting')}</span>
      </Stack>
    </Center>
  );
}

/**
 * The screens stay mounted when the till goes away, so that what was typed is still there when it is back; a cover says
 * what happens.
 */
export function Connected({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const state = useConnection();
  const [hasBeenOpen, setBeenOpen] = useState(false);
  if (state === 'open' && !hasBeenOpen) setBeenOpen(true);
  if (state === 'refused') {
    return (
      <Center h="100%">
        <EmptyState
          icon={<IconRefreshAlert size={48} />}
          title={t('ui.connection.refusedTitle')}
          hint={t('ui.connection.refusedBody')}
        />
      </Center>
    );
  }
  const gone = (
    <EmptyState
      icon={<IconPlugConnectedX size={48} />}
      title={t('ui.connection.goneTitle')}
      hint={t('ui.connection.goneBody')}
    />
  );
  if (!hasBeenOpen) return state === 'gone' ? <Center h="100%">{gone}</Center> : <Waiting />;
  return (
    <>
      {children}
      {state !== 'open' && (
        <div className={styles.cover} role="alert">
          <div className={styles.box}>{gone}</div>
        </div>
      )}
    </>
  );
}
