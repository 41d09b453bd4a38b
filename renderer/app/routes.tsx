/** Every page and its address; the address lives behind `#`, so that it works from a file and from the till alike. */
import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CataloguePage } from '../catalogue/CataloguePage.tsx';
import { CouponsPage } from '../coupon/CouponsPage.tsx';
import { CustomersPage } from '../customer/CustomersPage.tsx';
import { CustomerPage } from '../loyalty/CustomerPage.tsx';
import { TodayPage } from '../report/TodayPage.tsx';
import { ReceiptsPage } from '../sale/receiptsPage.tsx';
import { ShiftPage } from '../shift/ShiftPage.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { BackOffice } from './BackOffice.tsx';
import { Gate } from './Gate.tsx';
import { SellPlace } from './SellPlace.tsx';
import { SettingsPage } from './SettingsPage.tsx';

function PageNotFound() {
  const { t } = useTranslation();
  return <EmptyState title={t('ui.pageNotFound')} />;
}

const root = createRootRoute({ component: Gate, notFoundComponent: PageNotFound });
const sell = createRoute({ getParentRoute: () => root, path: '/', component: SellPlace });
const office = createRoute({ getParentRoute: () => root, id: 'office', component: BackOffice });

const today = createRoute({ getParentRoute: () => office, path: '/today', component: TodayPage });
const receipts = createRoute({
  getParentRoute: () => office,
  path: '/receipts/{-$saleId}',
  component: Receipts,
});
const catalogue = createRoute({ getParentRoute: () => office, path: '/catalogue', component: CataloguePage });
const customers = createRoute({ getParentRoute: () => office, path: '/customers', component: CustomersPage });
const customer = createRoute({
  getParentRoute: () => office,
  path: '/customers/$customerId',
  component: OneCustomer,
});
const coupons = createRoute({ getParentRoute: () => office, path: '/coupons', component: CouponsPage });
const shift = createRoute({ getParentRoute: () => office, path: '/shift', component: ShiftPage });
const settings = createRoute({ getParentRoute: () => office, path: '/settings', component: SettingsPage });

function Receipts() {
  const { saleId } = receipts.useParams();
  return <ReceiptsPage saleId={saleId ?? null} />;
}

function OneCustomer() {
  const { customerId } = customer.useParams();
  return <CustomerPage key={customerId} customerId={customerId} />;
}

const pages = [today, receipts, catalogue, customers, customer, coupons, shift, settings];

export const router = createRouter({
  routeTree: root.addChildren([sell, office.addChildren(pages)]),
  history: createHashHistory(),
  // The page around the routes says in words that something broke; the router's own words are for programmers.
  defaultErrorComponent: ({ error }) => {
    throw error;
  },
});
