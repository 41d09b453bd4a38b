/** The pages about the shift, one beside the other: what runs now, what was, the notebook and the checklists. */
import { Badge, Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { PageHeader } from '../ui/PageHeader.tsx';

const addresses = {
  now: '/shift',
  history: '/shift/history',
  notebook: '/shift/notebook',
  checklists: '/shift/checklists',
} as const;
export type ShiftTab = keyof typeof addresses;

const tabs = Object.keys(addresses) as readonly ShiftTab[];

export interface ShiftTabsProps {
  open: ShiftTab;
  title: string;
  note?: string | undefined;
  /** The buttons of the page. */
  children?: ReactNode;
}

/** The head of each of these pages. */
export function ShiftTabs({ open, title, note, children }: ShiftTabsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const maySee = useMay('shift.x');
  const unread = useTill(api.shift.unreadNotes, {}).data?.notes.length ?? 0;
  const go = (tab: string | null) => {
    const to = tabs.find((each) => each === tab);
    if (to !== undefined) void navigate({ to: addresses[to] });
  };
  return (
    <>
      <PageHeader title={title} note={note}>
        {children}
      </PageHeader>
      <Tabs value={open} onChange={go}>
        <Tabs.List>
          {tabs
            .filter((tab) => tab !== 'history' || maySee)
            .map((tab) => (
              <Tabs.Tab
                key={tab}
                value={tab}
                rightSection={
                  tab === 'notebook' && unread > 0 ? (
                    <Badge aria-label={t('shift.notebook.unread', { count: unread })}>{unread}</Badge>
                  ) : undefined
                }
              >
                {t(`shift.tab.${tab}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
      </Tabs>
    </>
  );
}
