/** The frame that every page behind the counter stands in, and the place of the sell screen above it. */
import { createRootRoute, createRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { BackOffice } from './BackOffice.tsx';
import { Gate } from './Gate.tsx';

function PageNotFound() {
  const { t } = useTranslation();
  return <EmptyState title={t('ui.pageNotFound')} />;
}

export const root = createRootRoute({ component: Gate, notFoundComponent: PageNotFound });
export const office = createRoute({ getParentRoute: () => root, id: 'office', component: BackOffice });
