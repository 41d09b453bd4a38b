/** The report of one shift on screen: the X of the open one, the Z of a closed one; printed from here too. */
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ShiftFigures } from '../../shared/shift/figures.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useIntention, useTill } from '../app/useTill.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { CashMoves } from './CashMoves.tsx';
import { LateBadge } from './LateBadge.tsx';
import { ShiftReport } from './ShiftReport.tsx';
import styles from './shift.module.css';
import { TickedLists } from './TickedLists.tsx';

export function ReportPage({ shiftId }: { shiftId: string }) {
  const { t } = useTranslation();
  const { data, error } = useTill(api.shift.report, { shiftId });
  if (data === undefined) {
    return (
      <>
        <BackHeader title={t('shift.tab.history')} back="/shift/history" />
        <ErrorAnswer error={error} />
      </>
    );
  }
  return <OneReport figures={data} />;
}

function OneReport({ figures }: { figures: ShiftFigures }) {
  const { t } = useTranslation();
  const isOpen = figures.closedAt === null;
  const print = useIntention(api.shift.printReport);
  const send = async () => {
    const answer = await print.send({ shiftId: figures.shiftId });
    if (answer.ok) notifications.show({ message: t('shift.report.printing'), color: 'green' });
  };
  return (
    <>
      <BackHeader
        title={t(isOpen ? 'shift.report.x' : 'shift.report.z', { number: figures.number })}
        back={isOpen ? '/shift' : '/shift/history'}
        badge={<LateBadge businessDay={figures.businessDay} closedOn={figures.closedOn} />}
      >
        <Button
          leftSection={<IconPrinter size={20} aria-hidden="true" />}
          loading={print.isSending}
          onClick={() => void send()}
        >
          {t(isOpen ? 'shift.report.printX' : 'shift.report.printCopy')}
        </Button>
      </BackHeader>
      <div className={styles.flow}>
        <ErrorAnswer error={print.error} />
        <When figures={figures} />
        <ShiftReport figures={figures} />
        <CashMoves shiftId={figures.shiftId} isQuiet />
        <TickedLists shiftId={figures.shiftId} />
      </div>
    </>
  );
}

function When({ figures }: { figures: ShiftFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { closedAt, closedByName } = figures;
  return (
    <Group gap="xl" className="muted">
      <strong>{format.dayWithWeekday(figures.businessDay)}</strong>
      <span>{t('shift.openedBy', { name: figures.openedByName, at: format.moment(figures.openedAt) })}</span>
      {closedAt !== null && (
        <span>{t('shift.closedBy', { name: closedByName ?? '', at: format.moment(closedAt) })}</span>
      )}
    </Group>
  );
}
