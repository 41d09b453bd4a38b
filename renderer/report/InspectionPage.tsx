/** The view for a tax visitor: a period is opened on the record, then its books are shown, without any person in them. */
import { Button, Group } from '@mantine/core';
import { IconEye, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { addDays, type BusinessDay, isBusinessDay } from '../../shared/time.ts';
import { api } from '../app/api.ts';
import { monthFrom } from '../app/monthDays.ts';
import { useSession } from '../app/session.tsx';
import { useIntention } from '../app/useTill.ts';
import { DayInput } from '../ui/DayInput.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { InspectionExports, InspectionView } from './InspectionView.tsx';
import styles from './MonthPage.module.css';
import { MonthTabs } from './MonthTabs.tsx';

export function InspectionPage() {
  const { t } = useTranslation();
  const [inspectionId, setInspection] = useState<string | null>(null);
  return (
    <>
      <MonthTabs open="inspection">
        {inspectionId !== null && <InspectionExports inspectionId={inspectionId} />}
      </MonthTabs>
      <div className={styles.page}>
        <Period onOpened={setInspection} />
        {inspectionId === null ? (
          <EmptyState
            icon={<IconShieldCheck size={48} />}
            title={t('report.inspection.begin')}
            hint={t('report.inspection.beginHint')}
          />
        ) : (
          <InspectionView key={inspectionId} inspectionId={inspectionId} />
        )}
      </div>
    </>
  );
}

function Period({ onOpened }: { onOpened: (inspectionId: string) => void }) {
  const { t } = useTranslation();
  const today = useSession().shop.businessDay;
  const [from, setFrom] = useState<string | null>(monthFrom(today, 0));
  const [to, setTo] = useState<string | null>(today);
  const open = useIntention(api.report.openInspection);
  const isWhole = from !== null && isBusinessDay(from) && to !== null && isBusinessDay(to);
  const take = (first: BusinessDay, last: BusinessDay) => {
    setFrom(first);
    setTo(last);
  };
  const send = async () => {
    if (!isWhole) return;
    const answer = await open.send({ fromOn: from, toOn: to });
    if (answer.ok) onOpened(answer.data.inspectionId);
  };
  return (
    <>
      <div className={styles.period}>
        <DayInput label={t('report.inspection.from')} w={180} value={from} onChange={setFrom} />
        <DayInput label={t('report.inspection.to')} w={180} value={to} onChange={setTo} />
        <Group gap="xs">
          <Button variant="default" onClick={() => take(monthFrom(today, 0), today)}>
            {t('report.inspection.thisMonth')}
          </Button>
          <Button
            variant="default"
            onClick={() => take(monthFrom(today, -1), addDays(monthFrom(today, 0), -1))}
          >
            {t('report.inspection.lastMonth')}
          </Button>
        </Group>
        <Button
          leftSection={<IconEye size={20} aria-hidden="true" />}
          disabled={!isWhole}
          loading={open.isSending}
          onClick={() => void send()}
        >
          {t('report.inspection.show')}
        </Button>
      </div>
      <ErrorAnswer error={open.error} />
    </>
  );
}
