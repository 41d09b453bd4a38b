/** Pages of customers: the list, one customer, groups, who is there twice. */
import { createRoute } from '@tanstack/react-router';
import { CustomerCoupons } from '../coupon/CustomerCoupons.tsx';
import { CustomerCredit } from '../credit/CustomerCredit.tsx';
import { CustomersPage } from '../customer/CustomersPage.tsx';
import { CustomerBefore } from '../exchange/CustomerBefore.tsx';
import { CustomerPage, type CustomerSection } from '../loyalty/CustomerPage.tsx';
import { office } from './officeRoute.tsx';

const customers = createRoute({ getParentRoute: () => office, path: '/customers', component: CustomersPage });
const customer = createRoute({
  getParentRoute: () => office,
  path: '/customers/$customerId',
  component: OneCustomer,
});

/** What the rooms beside loyalty know of a customer. */
const sectionsOfCustomer: readonly CustomerSection[] = [
  { name: 'coupons', show: ({ id, name }) => <CustomerCoupons customerId={id} name={name} /> },
  { name: 'credit', show: ({ id, name }) => <CustomerCredit customerId={id} name={name} /> },
];

function OneCustomer() {
  const { customerId } = customer.useParams();
  return (
    <CustomerPage
      key={customerId}
      customerId={customerId}
      sections={sectionsOfCustomer}
      before={<CustomerBefore customerId={customerId} />}
    />
  );
}

export const customerPages = [customers, customer];
