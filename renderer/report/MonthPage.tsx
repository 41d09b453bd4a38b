/** A month at a glance: what was sold, what is owed in VAT, what lies on which account, and whether the month is closed. */
import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BusinessDay, businessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { csvFile } from '../app/csvFile.ts';
import { useFormat, useLanguage } from '../app/language.ts';
import { monthFrom } from '../app/monthDays.ts';
import { saveFile } from '../app/saveFile.ts';
import { useMay, useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { MonthSwitch } from '../ui/MonthSwitch.tsx';
import { PrintJob } from '../ui/PrintJob.tsx';
import { pdfFileName } from '../ui/pdfFileName.ts';
import { BookCards } from './BookCards.tsx';
import { bookRows } from './bookBlock.ts';
import { ExpensesPage } from './ExpensesPage.tsx';
import { MonthKpis } from './MonthKpis.tsx';
import styles from './MonthPage.module.css';
import { MonthState } from './MonthState.tsx';
import { MonthTabs } from './MonthTabs.tsx';
import type { MonthAnswer } from './monthAnswer.ts';
import { monthBlocks } from './monthBlocks.ts';

/** Whoever may not see the figures but notes expenses finds these behind the same entry of the menu. */
export function MonthPage() {
  return useMay('report.month') ? <Month /> : <ExpensesPage />;
}

function Month() {
  const today = useSession().shop.businessDay;
  const [month, setMonth] = useState(() => monthFrom(today, 0));
  const { data, error } = useTill(api.report.month, { month: month.slice(0, 7) }, { keepsLast: true });
  return (
    <>
      <MonthTabs open="month">{data !== undefined && <Exports answer={data} />}</MonthTabs>
      <div className={styles.page}>
        <div className={styles.top}>
          <MonthSwitch month={month} last={monthFrom(today, 0)} onChange={setMonth} />
          {data !== undefined && <MonthState answer={data} />}
        </div>
        <ErrorAnswer error={error} />
        {data !== undefined && <Figures answer={data} />}
      </div>
    </>
  );
}

function Figures({ answer }: { answer: MonthAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const blocks = useMemo(() => monthBlocks(answer, { t, format }), [answer, t, format]);
  return (
    <>
      <MonthKpis figures={answer.figures} />
      <BookCards blocks={blocks} />
    </>
  );
}

/** The month for the accountant: as a file for a spreadsheet, and on paper. */
function Exports({ answer }: { answer: MonthAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { shop } = useSession();
  const [isPrinting, setPrinting] = useState(false);
  const { month } = answer.figures;
  const first: BusinessDay = businessDay(`${month}-01`);
  const save = () => {
    const rows = bookRows([shop.name, format.month(first)], monthBlocks(answer, { t, format }));
    saveFile(`oy-${month}.csv`, csvFile(rows));
  };
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={20} aria-hidden="true" />} onClick={save}>
        {t('report.month.file')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter size={20} aria-hidden="true" />}
        onClick={() => setPrinting(true)}
      >
        {t('common.print')}
      </Button>
      {isPrinting && (
        <PrintJob
          what={{ kind: 'month', id: `${month}-${language}` }}
          title={t('report.month.print', { month: format.month(first) })}
          fileName={pdfFileName('oy', '', first)}
          onClose={() => setPrinting(false)}
        />
      )}
    </>
  );
}
