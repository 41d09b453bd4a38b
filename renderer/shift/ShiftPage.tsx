/** The shift that is open: its figures, and its end with a blind count. */
import { Button } from '@mantine/core';
import { IconCashRegister } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { shiftSchema } from '../../shared/shift/contract.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useSession } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Kpi } from '../ui/Kpi.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { type ClosedShift, CloseShift } from './CloseShift.tsx';
import { OpenShiftPage } from './OpenShiftPage.tsx';
import styles from './shift.module.css';

export function ShiftPage() {
  const { data, error } = useTill(api.shift.current, {});
  const [closed, setClosed] = useState<ClosedShift | null>(null);
  const [isClosing, setClosing] = useState(false);
  if (data === undefined) return <ErrorAnswer error={error} />;
  if (isClosing || closed !== null) {
    return (
      <CloseShift
        closed={closed}
        onClosed={setClosed}
        onLeave={() => {
          setClosing(false);
          setClosed(null);
        }}
      />
    );
  }
  if (data.shift === null) return <OpenShiftPage lastCountedSom={data.lastCountedSom} />;
  return <RunningShift shift={data.shift} onClose={() => setClosing(true)} />;
}

function RunningShift({ shift, onClose }: { shift: z.output<typeof shiftSchema>; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { role } = useSession().person;
  const note = t('shift.openedBy', { name: shift.openedByName, at: format.moment(shift.openedAt) });
  return (
    <>
      <PageHeader title={t('shift.numbered', { number: shift.number })} note={note}>
        <Button leftSection={<IconCashRegister size={20} aria-hidden="true" />} onClick={onClose}>
          {t('shift.close')}
        </Button>
      </PageHeader>
      <div className={styles.figures}>
        <Kpi
          title={t('shift.net')}
          value={format.som(shift.netSom)}
          formula={t('shift.netFormula')}
          isLarge
        />
        <Kpi title={t('shift.receipts')} value={format.number(shift.receipts)} />
        <Kpi title={t('shift.float')} value={format.som(shift.floatSom)} />
        {/* A cashier who knows what should be there does not count. */}
        {role !== 'cashier' && (
          <Kpi
            title={t('shift.expected')}
            value={format.som(shift.expectedCashSom)}
            formula={t('shift.expectedFormula')}
          />
        )}
      </div>
    </>
  );
}
