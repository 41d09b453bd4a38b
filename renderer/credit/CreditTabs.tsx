/** The pages about what customers owe and what they left with the shop, one beside the other. */
import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

export type CreditTab = 'debts' | 'giftCards' | 'notebook';

const addresses: Readonly<Record<CreditTab, string>> = {
  debts: '/credit',
  giftCards: '/credit/gift-cards',
  notebook: '/credit/notebook',
};

/** The head of each of these pages; `children` are its buttons. */
export function CreditTabs({ open, children }: { open: CreditTab; children?: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayNote = useMay('credit.noteDebt');
  const tabs: readonly CreditTab[] = ['debts', 'giftCards', ...(mayNote ? (['notebook'] as const) : [])];
  const go = (tab: string | null) => {
    const to = tabs.find((each) => each === tab);
    if (to !== undefined) void navigate({ to: addresses[to] });
  };
  return (
    <>
      <PageHeader title={t('credit.title')}>{children}</PageHeader>
      <Tabs value={open} onChange={go}>
        <Tabs.List>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`credit.tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
    </>
  );
}
