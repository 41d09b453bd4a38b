/**
 * Stands before every page: a fresh shop is set up, a demo is awaited, a person logs in; then the pages open.
 *
 * | the till says                | the gate shows       |
 * |------------------------------|----------------------|
 * | fresh                        | the first start      |
 * | building                     | the demo's progress  |
 * | ready, nobody logged in      | the log-in           |
 * | ready, somebody logged in    | the page             |
 */
import { Center } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { demoShop } from '../../shared/shop/demo.ts';
import { DemoProgress } from '../shop/DemoProgress.tsx';
import { LogInPage } from '../staff/LogInPage.tsx';
import { InTraining } from '../staff/TrainingBar.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { api } from './api.ts';
import { FirstStart } from './FirstStart.tsx';
import { chooseLanguage, showLanguage, storedLanguage } from './language.ts';
import { SessionProvider, type ShopStatus } from './session.tsx';
import { useTill } from './useTill.ts';

export function Gate() {
  const { data: shop, error, refresh } = useTill(api.shop.status, {});
  const navigate = useNavigate();
  // The shop is ready before its recovery code was seen: the first start stays until it says that it is over.
  const [isStarting, setStarting] = useState(false);
  useShopLanguage(shop);
  if (shop === undefined) {
    return error === null ? null : (
      <Center h="100%">
        <ErrorAnswer error={error} />
      </Center>
    );
  }
  const enter = (page: '/' | '/today') => {
    void navigate({ to: page });
    refresh();
  };
  if (shop.phase === 'fresh' || isStarting) {
    return <FirstStart onHold={setStarting} onEntered={enter} />;
  }
  if (shop.phase === 'building') return <DemoProgress />;
  return <Door shop={shop} refresh={refresh} onEntered={() => enter('/')} />;
}

function Door(props: { shop: ShopStatus; refresh: () => void; onEntered: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { shop, refresh } = props;
  const session = useMemo(() => {
    const { person } = shop;
    if (person === null) return null;
    const lock = async () => {
      await api.staff.lock({});
      // Nothing of what the last person saw may flash before the next one.
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'shop' });
      refresh();
    };
    return { person, shop, lock: () => void lock() };
  }, [shop, refresh, queries]);
  if (session === null) {
    const hint = shop.isDemo
      ? t('staff.demoHint', { password: demoShop.ownerPassword, pin: demoShop.cashierPin })
      : undefined;
    const logIn = <LogInPage shopName={shop.name} hint={hint} onLoggedIn={props.onEntered} />;
    return shop.isTraining ? <InTraining>{logIn}</InTraining> : logIn;
  }
  return (
    <SessionProvider session={session}>
      {shop.isTraining ? (
        <InTraining>
          <Outlet />
        </InTraining>
      ) : (
        <Outlet />
      )}
    </SessionProvider>
  );
}

/** Tells that this window has shown the language its start was asked for; the person may have switched since. */
const askedKey = 'daftar.askedLanguage';

/** The language this start was asked for, else the one chosen on this machine, else the shop's. */
function useShopLanguage(shop: ShopStatus | undefined): void {
  const language = shop?.language;
  const asked = shop?.askedLanguage ?? null;
  useEffect(() => {
    if (asked !== null && sessionStorage.getItem(askedKey) !== asked) {
      sessionStorage.setItem(askedKey, asked);
      void chooseLanguage(asked);
    } else if (language !== undefined && storedLanguage() === null) void showLanguage(language);
  }, [language, asked]);
}
