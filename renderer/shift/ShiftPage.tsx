/** The shift that is open: its figures, the cash beside the sales, and the way to its end; else the opening of one. */
import { Alert, Button } from '@mantine/core';
import {
  IconBuildingBank,
  IconCalculator,
  IconCashRegister,
  IconDoorExit,
  IconFileText,
  IconMinus,
  IconPlus,
  IconReceipt2,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { shiftSchema } from '../../shared/shift/contract.ts';
import type { CashMoveKind } from '../../shared/shift/figures.ts';
import { api } from '../app/api.ts';
import { useFormat } from '../app/language.ts';
import { useMay } from '../app/session.tsx';
import { useTill } from '../app/useTill.ts';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import { Kpi } from '../ui/Kpi.tsx';
import { CashMoveDialog } from './CashMoveDialog.tsx';
import { CashMoves } from './CashMoves.tsx';
import { CountDialog } from './CountDialog.tsx';
import { DrawerDialog } from './DrawerDialog.tsx';
import { OpenShiftPage } from './OpenShiftPage.tsx';
import { ShiftTabs } from './ShiftTabs.tsx';
import styles from './shift.module.css';

type Shift = z.output<typeof shiftSchema>;

export function ShiftPage() {
  const { data, error } = useTill(api.shift.current, {});
  if (data === undefined) return <ErrorAnswer error={error} />;
  if (data.shift === null) return <OpenShiftPage lastCountedSom={data.lastCountedSom} hasTabs />;
  return <RunningShift shift={data.shift} />;
}

function RunningShift({ shift }: { shift: Shift }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const mayClose = useMay('shift.close');
  const seesFigures = useMay('shift.x');
  return (
    <>
      <ShiftTabs
        open="now"
        title={t('shift.numbered', { number: shift.number })}
        note={t('shift.openedBy', { name: shift.openedByName, at: format.moment(shift.openedAt) })}
      >
        {seesFigures && (
          <Button
            variant="default"
            leftSection={<IconFileText size={20} aria-hidden="true" />}
            onClick={() => void navigate({ to: `/shift/history/${shift.id}` })}
          >
            {t('shift.xReport')}
          </Button>
        )}
        {mayClose && (
          <Button
            leftSection={<IconCashRegister size={20} aria-hidden="true" />}
            onClick={() => void navigate({ to: '/shift/close' })}
          >
            {t('shift.close')}
          </Button>
        )}
      </ShiftTabs>
      <div className={styles.flow}>
        {shift.isForgotten && (
          <Alert color="amber" title={t('shift.forgotten', { day: format.dayAndMonth(shift.businessDay) })}>
            {t('shift.forgottenHint')}
          </Alert>
        )}
        <Figures shift={shift} />
        <CashActions />
        <CashMoves shiftId={shift.id} />
      </div>
    </>
  );
}

/** A cashier who knows what should be there does not count, so the till tells them neither sales nor cash. */
function Figures({ shift }: { shift: Shift }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.figures}>
      {shift.netSom !== null && (
        <Kpi title={t('shift.net')} value={format.som(shift.netSom)} formula={t('shift.netFormula')} />
      )}
      {shift.expectedCashSom !== null && (
        <Kpi
          title={t('shift.expected')}
          value={format.som(shift.expectedCashSom)}
          formula={t('shift.expectedFormula')}
        />
      )}
      <Kpi title={t('shift.receipts')} value={format.number(shift.receipts)} />
      <Kpi title={t('shift.float')} value={format.som(shift.floatSom)} />
    </div>
  );
}

type Open = CashMoveKind | 'count' | 'drawer' | null;

const moves = [
  ['in', IconPlus],
  ['out', IconMinus],
  ['collection', IconBuildingBank],
  ['expense', IconReceipt2],
] as const;

function CashActions() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const mayMove = useMay('shift.moveCash');
  const mayCount = useMay('shift.count');
  const mayOpen = useMay('shift.openDrawer');
  const close = () => setOpen(null);
  return (
    <section className={styles.actions} aria-label={t('shift.cash')}>
      {mayMove &&
        moves.map(([kind, Picture]) => (
          <Button
            key={kind}
            variant="default"
            leftSection={<Picture size={20} aria-hidden="true" />}
            onClick={() => setOpen(kind)}
          >
            {t(`shift.move.${kind}`)}
          </Button>
        ))}
      {mayCount && (
        <Button
          variant="default"
          leftSection={<IconCalculator size={20} aria-hidden="true" />}
          onClick={() => setOpen('count')}
        >
          {t('shift.count.action')}
        </Button>
      )}
      {mayOpen && (
        <Button
          variant="default"
          leftSection={<IconDoorExit size={20} aria-hidden="true" />}
          onClick={() => setOpen('drawer')}
        >
          {t('shift.drawer.action')}
        </Button>
      )}
      {open === 'count' && <CountDialog onClose={close} />}
      {open === 'drawer' && <DrawerDialog onClose={close} />}
      {open !== null && open !== 'count' && open !== 'drawer' && (
        <CashMoveDialog kind={open} onClose={close} />
      )}
    </section>
  );
}
