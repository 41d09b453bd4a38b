/** The customers of a day: the figures on top, then who came, who owes, who is missing, whose birthday comes. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronLeft, IconChevronRight, IconPrinter, IconReceipt } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerDay } from '../../shared/report/customerDayContract.ts';
import { addDays, type BusinessDay, isBusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useIntention, useTill } from '../app/useTill.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { ErrorAnswer, useRefusalWords } from '../ui/ErrorAnswer.tsx';
import { PrintJob } from '../ui/PrintJob.tsx';
import { pdfFileName } from '../ui/pdfFileName.ts';
import styles from './CustomerDay.module.css';
import { CustomerDayComers, type Shown } from './CustomerDayComers.tsx';
import { CustomerDayFigures } from './CustomerDayFigures.tsx';
import { CustomerDayList } from './CustomerDayList.tsx';

/** `day` as the address has it; null, or what is no day, follows the running one past midnight. */
export function CustomerDayPage({ day }: { day: string | null }) {
  const navigate = useNavigate();
  const { businessDay: today } = useSession().shop;
  const asked = day !== null && isBusinessDay(day) && day < today ? day : null;
  const { data, error } = useTill(api.report.customerDay, { day: asked }, { keepsLast: true });
  const [shown, setShown] = useState<Shown>('came');
  if (data === undefined) return <ErrorAnswer error={error} />;
  const go = (to: BusinessDay) =>
    void navigate({ to: to >= today ? '/customer-day' : `/customer-day/${to}`, replace: true });
  return (
    <>
      <Head report={data} today={today} onDay={go} />
      <ErrorAnswer error={error} />
      <div className={styles.page}>
        <CustomerDayFigures report={data} onShow={setShown} />
        <div className={styles.lists}>
          <CustomerDayComers report={data} shown={shown} onShow={setShown} />
          <div className={styles.column}>
            <CustomerDayList report={data} list="debts" />
            <CustomerDayList report={data} list="missing" />
            <CustomerDayList report={data} list="birthdays" />
            <CustomerDayList report={data} list="cashiers" />
          </div>
        </div>
      </div>
    </>
  );
}

interface HeadProps {
  readonly report: CustomerDay;
  readonly today: BusinessDay;
  readonly onDay: (day: BusinessDay) => void;
}

function Head({ report, today, onDay }: HeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { day, until } = report;
  return (
    <BackHeader
      title={t('report.customerDay.title', { day: format.dayWithWeekday(day) })}
      back="/today"
      badge={
        <span className="muted">
          {until === null
            ? t('report.customerDay.over')
            : t('report.customerDay.until', { time: format.time(until) })}
        </span>
      }
    >
      <PrintMenu day={day} isOver={until === null} />
      <ActionIcon
        variant="default"
        aria-label={t('report.dayBefore')}
        onClick={() => onDay(addDays(day, -1))}
      >
        <IconChevronLeft aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('report.dayAfter')}
        disabled={day >= today}
        onClick={() => onDay(addDays(day, 1))}
      >
        <IconChevronRight aria-hidden="true" />
      </ActionIcon>
    </BackHeader>
  );
}

/** The same report on the receipt printer or as A4, in the language of the screen. */
function PrintMenu({ day, isOver }: { day: BusinessDay; isOver: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const refusalWords = useRefusalWords();
  const print = useIntention(api.report.printCustomerDay);
  const [isPage, setPage] = useState(false);
  const onReceipt = async () => {
    const answer = await print.send({ day: isOver ? day : null, language });
    const message = answer.ok ? t('report.customerDay.sent') : refusalWords(answer.error);
    notifications.show({ message, color: answer.ok ? 'green' : 'red' });
  };
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            loading={print.isSending}
            leftSection={<IconPrinter size={20} aria-hidden="true" />}
          >
            {t('common.print')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconReceipt size={20} aria-hidden="true" />}
            onClick={() => void onReceipt()}
          >
            {t('report.customerDay.onReceipt')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPrinter size={20} aria-hidden="true" />} onClick={() => setPage(true)}>
            {t('report.customerDay.onPage')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isPage && (
        <PrintJob
          what={{ kind: 'customerDay', id: `${day}-${language}` }}
          title={`${t('report.customerDay.paper')}: ${format.dayWithWeekday(day)}`}
          fileName={pdfFileName('mijozlar', '', day)}
          onClose={() => setPage(false)}
        />
      )}
    </>
  );
}
