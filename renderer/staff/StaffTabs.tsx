/** The pages about people, one beside the other: who works here, their rights, the plan and what each one can do. */
import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayRole, useSession } from '../app/session.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

const tabs = {
  people: { to: '/people', actions: ['staff.manage', 'staff.unlock'] },
  rights: { to: '/people/rights', actions: ['staff.manage'] },
  plan: { to: '/people/plan', actions: ['staff.plan'] },
  skills: { to: '/people/skills', actions: ['staff.skills'] },
} as const;
export type StaffTab = keyof typeof tabs;

const names = Object.keys(tabs) as readonly StaffTab[];

export interface StaffTabsProps {
  open: StaffTab;
  note?: string | undefined;
  /** The buttons of the page. */
  children?: ReactNode;
}

/** The head of each of these pages. */
export function StaffTabs({ open, note, children }: StaffTabsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayRole = useMayRole();
  const { role } = useSession().person;
  const go = (tab: string | null) => {
    const name = names.find((each) => each === tab);
    if (name !== undefined) void navigate({ to: tabs[name].to });
  };
  return (
    <>
      <PageHeader title={t('ui.nav.people')} note={note}>
        {children}
      </PageHeader>
      <Tabs value={open} onChange={go}>
        <Tabs.List>
          {names
            .filter((name) => name === open || tabs[name].actions.some((action) => mayRole(role, action)))
            .map((name) => (
              <Tabs.Tab key={name} value={name}>
                {t(`staff.tab.${name}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
      </Tabs>
    </>
  );
}
