/** The pages about coupons, one beside the other: what the shop gives, with whom, and the offer of the week. */
import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

export type CouponTab = 'series' | 'partners' | 'offers';

const addresses: Readonly<Record<CouponTab, string>> = {
  series: '/coupons',
  partners: '/coupons/partners',
  offers: '/coupons/offers',
};

/** The head of each of these pages; `children` are its buttons. */
export function CouponTabs({ open, children }: { open: CouponTab; children?: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayOffer = useMay('report.promotions');
  const maySeePartners = useMay('coupon.partners');
  const tabs: readonly CouponTab[] = [
    'series',
    ...(maySeePartners ? (['partners'] as const) : []),
    ...(mayOffer ? (['offers'] as const) : []),
  ];
  const go = (tab: string | null) => {
    const to = tabs.find((each) => each === tab);
    if (to !== undefined) void navigate({ to: addresses[to] });
  };
  return (
    <>
      <PageHeader title={t('ui.nav.coupons')}>{children}</PageHeader>
      <Tabs value={open} onChange={go}>
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`coupon.tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
    </>
  );
}
