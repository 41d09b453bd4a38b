/** The first page: the sell screen when a shift is open, else the opening of one. */
import { Center } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenShiftPage } from '../shift/OpenShiftPage.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { api } from './api.ts';
import { BackOffice } from './BackOffice.tsx';
import { useTill } from './useTill.ts';

const sellPages = import.meta.glob<{ SellPage: () => React.ReactNode }>('../sale/SellPage.tsx');
const load = sellPages['../sale/SellPage.tsx'];
const SellPage = lazy(async () => ({ default: load === undefined ? Missing : (await load()).SellPage }));

function Missing() {
  const { t } = useTranslation();
  return (
    <BackOffice>
      <EmptyState title={t('ui.pageNotFound')} />
    </BackOffice>
  );
}

export function SellPlace() {
  const { data, error } = useTill(api.shift.current, {});
  if (error !== null && data === undefined) {
    return (
      <Center h="100%">
        <ErrorAnswer error={error} />
      </Center>
    );
  }
  if (data === undefined) return null;
  if (data.shift === null) {
    return (
      <BackOffice>
        <OpenShiftPage lastCountedSom={data.lastCountedSom} />
      </BackOffice>
    );
  }
  return (
    <Suspense fallback={null}>
      <SellPage />
    </Suspense>
  );
}
