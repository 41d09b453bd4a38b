/** The paper notebook copied into the till: a grid that is typed row after row, and lists of it for the signature. */
import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotebookRow } from '../../shared/credit/contract.ts';
import { sumOf } from '../../shared/money.ts';
import { calendarOf } from '../../shared/shop/settings.ts';
import { type BusinessDay, businessDayOf } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { everyPage, SaveList, useSavedWords } from '../app/SaveList.tsx';
import { useMay, useSession } from '../app/session.tsx';
import { usePages } from '../app/usePages.ts';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { PrintJob } from '../ui/PrintJob.tsx';
import { pdfFileName } from '../ui/pdfFileName.ts';
import { CreditTabs } from './CreditTabs.tsx';
import { NotebookGrid } from './NotebookGrid.tsx';
import { savedNotebook } from './savedCredit.ts';

export function NotebookPage() {
  const mayNote = useMay('credit.noteDebt');
  if (mayNote) return <Notebook />;
  return (
    <>
      <CreditTabs open="notebook" />
      <ErrorAnswer error={{ code: 'NotAllowed', data: {} }} />
    </>
  );
}

function Notebook() {
  const { t } = useTranslation();
  const words = useSavedWords();
  const list = usePages(api.credit.notebook, {}, 200);
  const noted = list.pages.flatMap(({ rows }) => rows);
  const today = useNotedToday(noted);
  return (
    <>
      <CreditTabs open="notebook">
        <SaveList
          what="notebook"
          name={t('credit.tab.notebook')}
          columns={savedNotebook(words)}
          rows={() => everyPage(api.credit.notebook, {}, (page) => page.rows)}
        />
        <PrintMenu hasToday={today.length > 0} hasAny={noted.length > 0} />
      </CreditTabs>
      <ErrorAnswer error={list.error} />
      <Sums today={today} />
      {!list.isLoading && (
        <NotebookGrid
          noted={noted}
          hasEarlier={list.hasMore}
          isLoadingEarlier={list.isLoadingMore}
          onEarlier={list.loadMore}
        />
      )}
    </>
  );
}

/** By the shop's own day: the night of a shop that is open past midnight belongs to the day before. */
function useNotedToday(noted: readonly NotebookRow[]): readonly NotebookRow[] {
  const { businessDay } = useSession().shop;
  const settings = useTill(api.shop.settings, {}).data;
  if (settings === undefined) return [];
  const calendar = calendarOf(settings);
  return noted.filter(({ notedAt }) => businessDayOf(notedAt, calendar) === businessDay);
}

function Sums({ today }: { today: readonly NotebookRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Group gap="lg" justify="space-between" wrap="nowrap">
      <span className="muted">{t('credit.notebook.hint')}</span>
      <strong className="figures" style={{ flex: 'none' }} aria-live="polite">
        {t('credit.notebook.today', {
          count: today.length,
          sum: format.som(sumOf(today, ({ amountSom }) => amountSom)),
        })}
      </strong>
    </Group>
  );
}

function PrintMenu({ hasToday, hasAny }: { hasToday: boolean; hasAny: boolean }) {
  const { t } = useTranslation();
  const { businessDay } = useSession().shop;
  const [printed, setPrinted] = useState<BusinessDay | 'open' | null>(null);
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            disabled={!hasAny}
            leftSection={<IconPrinter size={20} aria-hidden="true" />}
            rightSection={<IconChevronDown size={18} aria-hidden="true" />}
          >
            {t('credit.notebook.print')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!hasToday} onClick={() => setPrinted(businessDay)}>
            {t('credit.notebook.printToday')}
          </Menu.Item>
          <Menu.Item onClick={() => setPrinted('open')}>{t('credit.notebook.printOpen')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {printed !== null && (
        <PrintJob
          what={{ kind: 'debtNotebook', id: printed }}
          title={t('credit.notebook.print')}
          fileName={pdfFileName('qarz-daftari', '', businessDay)}
          onClose={() => setPrinted(null)}
        />
      )}
    </>
  );
}
