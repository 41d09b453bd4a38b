/** The pages about loyalty, one beside the other: the programme and everything that a customer collects. */
import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

const addresses = {
  programme: '/loyalty',
  tiers: '/loyalty/tiers',
  deeds: '/loyalty/deeds',
  stamps: '/loyalty/stamps',
  challenges: '/loyalty/challenges',
  draws: '/loyalty/draws',
  contests: '/loyalty/contests',
  charity: '/loyalty/charity',
  gifts: '/loyalty/gifts',
  report: '/loyalty/report',
} as const;
export type LoyaltyTab = keyof typeof addresses;

const tabs = Object.keys(addresses) as readonly LoyaltyTab[];

export interface LoyaltyTabsProps {
  open: LoyaltyTab;
  note?: string | undefined;
  /** The buttons of the page. */
  children?: ReactNode;
}

/** The head of each of these pages. */
export function LoyaltyTabs({ open, note, children }: LoyaltyTabsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayOpen: Readonly<Partial<Record<LoyaltyTab, boolean>>> = {
    gifts: useMay('loyalty.seeGifts'),
    report: useMay('report.bonus'),
  };
  const go = (tab: string | null) => {
    const to = tabs.find((each) => each === tab);
    if (to !== undefined) void navigate({ to: addresses[to] });
  };
  return (
    <>
      <PageHeader title={t('ui.nav.loyalty')} note={note}>
        {children}
      </PageHeader>
      <Tabs value={open} onChange={go}>
        <Tabs.List>
          {tabs
            .filter((tab) => mayOpen[tab] ?? true)
            .map((tab) => (
              <Tabs.Tab key={tab} value={tab} px={{ base: 6, lg: 10 }}>
                {t(`loyalty.tab.${tab}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
      </Tabs>
    </>
  );
}
