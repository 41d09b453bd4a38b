/** The pages behind the counter: the menu holds what the person's role may do. */
import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRedCount } from '../service/useRedCount.ts';
import { Frame, type MenuEntry } from './frame.tsx';
import { useMayRole, useSession } from './session.tsx';

/** Each entry with the actions that open it; one is enough. */
const entries: readonly (MenuEntry & { readonly actions: readonly string[] })[] = [
  { name: 'sell', to: '/', actions: ['sale.sell'] },
  { name: 'today', to: '/today', actions: ['report.today'] },
  { name: 'receipts', to: '/receipts', actions: ['sale.read'] },
  { name: 'catalogue', to: '/catalogue', actions: ['catalogue.read'] },
  { name: 'customers', to: '/customers', actions: ['customer.read'] },
  { name: 'promotions', to: '/promotions', actions: ['promotion.read'] },
  { name: 'coupons', to: '/coupons', actions: ['coupon.read'] },
  { name: 'loyalty', to: '/loyalty', actions: ['loyalty.read'] },
  { name: 'credit', to: '/credit', actions: ['credit.read'] },
  { name: 'service', to: '/service', actions: ['service.read'] },
  { name: 'shift', to: '/shift', actions: ['shift.read'] },
  { name: 'month', to: '/month', actions: ['report.month', 'report.expenses', 'report.inspection'] },
  { name: 'people', to: '/people', actions: ['staff.manage', 'staff.plan', 'staff.skills', 'staff.unlock'] },
  { name: 'journal', to: '/journal', actions: ['report.journal'] },
  {
    name: 'settings',
    to: '/settings',
    actions: ['shop.changeSettings', 'receipt.manage', 'shop.backUp'],
  },
];

/** The menu around a page; without children, around the page of the address. */
export function BackOffice({ children }: { children?: ReactNode }) {
  const { person, shop, lock } = useSession();
  const mayRole = useMayRole();
  const red = useRedCount();
  const open = entries
    .filter(({ actions }) => actions.some((action) => mayRole(person.role, action)))
    .map((entry) => (entry.name === 'service' ? { ...entry, count: red } : entry));
  return (
    <Frame shopName={shop.name} personName={person.name} entries={open} onLock={lock}>
      {children ?? <Outlet />}
    </Frame>
  );
}
