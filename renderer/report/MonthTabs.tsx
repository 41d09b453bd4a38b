/** The pages about a month, one beside the other: its figures, what was spent, and the view for an inspector. */
import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayRole, useSession } from '../app/session.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

const pages = {
  month: { address: '/month', action: 'report.month' },
  expenses: { address: '/month/expenses', action: 'report.expenses' },
  inspection: { address: '/inspection', action: 'report.inspection' },
} as const;
export type MonthTab = keyof typeof pages;

const tabs = Object.keys(pages) as readonly MonthTab[];

interface MonthTabsProps {
  readonly open: MonthTab;
  /** Buttons on the right. */
  readonly children?: ReactNode;
}

/** The head of each of these pages; it holds only what the person may open. */
export function MonthTabs({ open, children }: MonthTabsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { person } = useSession();
  const mayRole = useMayRole();
  const shown = tabs.filter((tab) => mayRole(person.role, pages[tab].action));
  const go = (tab: string | null) => {
    const to = tabs.find((each) => each === tab);
    if (to !== undefined) void navigate({ to: pages[to].address });
  };
  return (
    <>
      <PageHeader title={t('ui.nav.month')}>{children}</PageHeader>
      <Tabs value={open} onChange={go}>
        <Tabs.List>
          {shown.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`report.month.tab.${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
    </>
  );
}
