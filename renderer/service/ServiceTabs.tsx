/** The pages of what the shop owes its customers in care, one beside the other. */
import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayRole, useSession } from '../app/session.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** Each page with its address and the action that opens it, in the order of the tabs. */
const pages = {
  complaints: { to: '/service', action: 'service.read' },
  feedback: { to: '/service/feedback', action: 'service.read' },
  contacts: { to: '/service/contacts', action: 'service.read' },
  tasks: { to: '/service/tasks', action: 'service.read' },
  wishes: { to: '/service/wishes', action: 'service.read' },
  orders: { to: '/service/orders', action: 'service.read' },
  polls: { to: '/service/polls', action: 'service.polls' },
  templates: { to: '/service/templates', action: 'service.read' },
} as const;
export type ServiceTab = keyof typeof pages;

const tabs = Object.keys(pages) as readonly ServiceTab[];

/** The head of each of these pages; `children` are its buttons. */
export function ServiceTabs({ open, children }: { open: ServiceTab; children?: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { person } = useSession();
  const mayRole = useMayRole();
  const go = (tab: string | null) => {
    const to = tabs.find((each) => each === tab);
    if (to !== undefined) void navigate({ to: pages[to].to });
  };
  return (
    <>
      <PageHeader title={t('ui.nav.service')}>{children}</PageHeader>
      <Tabs value={open} onChange={go}>
        <Tabs.List>
          {tabs
            .filter((tab) => mayRole(person.role, pages[tab].action))
            .map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {t(`service.tab.${tab}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
      </Tabs>
    </>
  );
}
