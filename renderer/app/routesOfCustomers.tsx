/** Pages of customers: the list, one customer, groups, who is there twice. */
import { Group } from '@mantine/core';
import { createRoute } from '@tanstack/react-router';
import { CustomerCoupons } from '../coupon/CustomerCoupons.tsx';
import { CustomerCredit } from '../credit/CustomerCredit.tsx';
import { ConsentList } from '../customer/ConsentList.tsx';
import { CustomerCards } from '../customer/CustomerCards.tsx';
import { CustomerReceipts } from '../customer/CustomerReceipts.tsx';
import { CustomersPage } from '../customer/CustomersPage.tsx';
import { DuplicatesPage } from '../customer/DuplicatesPage.tsx';
import { EraseCustomer } from '../customer/EraseCustomer.tsx';
import { CustomerBefore } from '../exchange/CustomerBefore.tsx';
import { BonusOfCustomer } from '../loyalty/BonusOfCustomer.tsx';
import { DeedsGiven } from '../loyalty/DeedsGiven.tsx';
import { Referrals } from '../loyalty/Referrals.tsx';
import { FirmSection } from '../report/firms/FirmSection.tsx';
import { FirmsPage } from '../report/firms/FirmsPage.tsx';
import { ProfilePage } from '../report/profile/ProfilePage.tsx';
import type { ProfileSection } from '../report/profile/ProfileTabs.tsx';
import { AbcPage } from '../report/segments/AbcPage.tsx';
import { SegmentPage } from '../report/segments/SegmentPage.tsx';
import { SegmentsPage } from '../report/segments/SegmentsPage.tsx';
import { office } from './officeRoute.tsx';

const customers = createRoute({ getParentRoute: () => office, path: '/customers', component: CustomersPage });
const customer = createRoute({
  getParentRoute: () => office,
  path: '/customers/$customerId',
  component: OneCustomer,
});

/** What the rooms keep of a customer, each a tab beside the timeline; its words are `report.profile.tab.<name>`. */
const sectionsOfCustomer: readonly ProfileSection[] = [
  {
    name: 'receipts',
    show: ({ id }) => (
      <>
        <CustomerBefore customerId={id} />
        <CustomerReceipts customerId={id} />
      </>
    ),
  },
  { name: 'bonus', show: (customer) => <BonusOfCustomer customer={customer} /> },
  { name: 'coupons', show: ({ id }, name) => <CustomerCoupons customerId={id} name={name} /> },
  { name: 'credit', show: ({ id }, name) => <CustomerCredit customerId={id} name={name} /> },
  { name: 'deeds', show: ({ id }) => <DeedsGiven customerId={id} /> },
  { name: 'referrals', show: ({ id }) => <Referrals customerId={id} /> },
  { name: 'cards', show: (customer) => <CustomerCards customer={customer} /> },
  { name: 'firm', show: ({ id }, name) => <FirmSection customerId={id} name={name} /> },
  {
    name: 'consents',
    show: (customer, name) => (
      <>
        <ConsentList customer={customer} />
        <Group mt="xl">
          <EraseCustomer customerId={customer.id} name={name} />
        </Group>
      </>
    ),
  },
];

function OneCustomer() {
  const { customerId } = customer.useParams();
  return <ProfilePage key={customerId} customerId={customerId} sections={sectionsOfCustomer} />;
}

const firms = createRoute({ getParentRoute: () => office, path: '/customers/firms', component: FirmsPage });

const duplicates = createRoute({
  getParentRoute: () => office,
  path: '/customers/duplicates',
  component: DuplicatesPage,
});

const segments = createRoute({
  getParentRoute: () => office,
  path: '/customers/segments',
  component: SegmentsPage,
});
const segment = createRoute({
  getParentRoute: () => office,
  path: '/customers/segments/$segment',
  component: OneSegment,
});
const abc = createRoute({ getParentRoute: () => office, path: '/customers/abc', component: AbcPage });

function OneSegment() {
  const { segment: shown } = segment.useParams();
  return <SegmentPage key={shown} segment={shown} />;
}

export const customerPages = [duplicates, firms, segments, segment, abc, customers, customer];
