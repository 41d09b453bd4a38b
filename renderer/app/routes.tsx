/** Every page and its address; the address lives behind `#`, so that it works from a file and from the till alike. */
import { createHashHistory, createRootRoute, createRouter, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';

function PageNotFound() {
  const { t } = useTranslation();
  return <EmptyState title={t('ui.pageNotFound')} />;
}

const root = createRootRoute({ component: Outlet, notFoundComponent: PageNotFound });

export const router = createRouter({ routeTree: root, history: createHashHistory() });
