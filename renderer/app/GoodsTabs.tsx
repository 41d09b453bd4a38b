/** The pages about goods, one beside the other: the goods, their groups, sale prices, and the tags on the shelf. */
import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/PageHeader.tsx';

const addresses = {
  goods: '/catalogue',
  groups: '/catalogue/groups',
  salePrices: '/catalogue/sale-prices',
  priceTags: '/catalogue/price-tags',
} as const;
export type GoodsTab = keyof typeof addresses;

const tabs = Object.keys(addresses) as readonly GoodsTab[];

export interface GoodsTabsProps {
  open: GoodsTab;
  note?: string | undefined;
  /** The buttons of the page. */
  children?: ReactNode;
}

/** The head of each of these pages. */
export function GoodsTabs({ open, note, children }: GoodsTabsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const go = (tab: string | null) => {
    const to = tabs.find((each) => each === tab);
    if (to !== undefined) void navigate({ to: addresses[to] });
  };
  return (
    <>
      <PageHeader title={t('ui.nav.catalogue')} note={note}>
        {children}
      </PageHeader>
      <Tabs value={open} onChange={go}>
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`catalogue.tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
    </>
  );
}
