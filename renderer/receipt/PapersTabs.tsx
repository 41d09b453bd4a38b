/** The two pages about papers, one beside the other: what came out, and what is on its way. */
import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BackHeader } from '../ui/BackHeader.tsx';

const addresses = { papers: '/papers', queue: '/papers/queue' } as const;
export type PapersTab = keyof typeof addresses;

export function PapersTabs({ open, children }: { open: PapersTab; children?: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const go = (tab: string | null) => {
    if (tab === 'papers' || tab === 'queue') void navigate({ to: addresses[tab] });
  };
  return (
    <>
      <BackHeader title={t(`receipt.${open}.title`)} back="/receipts">
        {children}
      </BackHeader>
      <Tabs value={open} onChange={go}>
        <Tabs.List>
          <Tabs.Tab value="papers">{t('receipt.papers.tab')}</Tabs.Tab>
          <Tabs.Tab value="queue">{t('receipt.queue.tab')}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
    </>
  );
}
