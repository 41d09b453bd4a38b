/** The end of a shift, step by step: look around, count blind, ask the terminals; then see whether it was right. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import { BackHeader } from '../ui/BackHeader.tsx';
import { ErrorAnswer } from '../ui/ErrorAnswer.tsx';
import styles from './Close.module.css';
import { CloseCount } from './CloseCount.tsx';
import { CloseLook } from './CloseLook.tsx';
import { CloseQuestion } from './CloseQuestion.tsx';
import { CloseResult } from './CloseResult.tsx';
import { CloseTerminals } from './CloseTerminals.tsx';
import { type BeforeClose, type ClosedShift, type CloseStep, stepsOf } from './closeSteps.ts';
import { useClosing } from './useClosing.ts';

export function CloseShiftPage() {
  const { t } = useTranslation();
  const { data, error } = useTill(api.shift.beforeClose, {}, { forgets: true });
  const [closed, setClosed] = useState<ClosedShift | null>(null);
  if (closed !== null) return <CloseResult closed={closed} />;
  if (data === undefined) {
    return (
      <>
        <BackHeader title={t('shift.close')} back="/shift" />
        <ErrorAnswer error={error} />
      </>
    );
  }
  return <Steps before={data} onClosed={setClosed} />;
}

function Steps({ before, onClosed }: { before: BeforeClose; onClosed: (closed: ClosedShift) => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const steps = stepsOf(before);
  const closing = useClosing(before, onClosed);
  const { step, isAsking } = closing;
  const leave = () => void navigate({ to: '/shift' });
  const back = () => {
    if (!closing.back()) leave();
  };
  useEscape(back);
  return (
    <>
      <BackHeader title={t('shift.close')} back="/shift" />
      <StepList steps={steps} step={step} />
      {isAsking ? (
        <CloseQuestion closing={closing} />
      ) : step === 'look' ? (
        <CloseLook before={before} onNext={closing.next} onBack={leave} />
      ) : step === 'count' ? (
        <CloseCount closing={closing} isLast={before.nonCash.length === 0} onBack={back} />
      ) : (
        <CloseTerminals closing={closing} nonCash={before.nonCash} onBack={back} />
      )}
    </>
  );
}

function StepList({ steps, step }: { steps: readonly CloseStep[]; step: CloseStep }) {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps}>
      {steps.map((each, place) => (
        <li
          key={each}
          className={each === step ? styles.current : undefined}
          aria-current={each === step ? 'step' : undefined}
        >
          <span className={styles.place} aria-hidden="true">
            {place + 1}
          </span>
          {t(`shift.closing.step.${each}`)}
        </li>
      ))}
    </ol>
  );
}

/** Escape leads back, unless something above the page has heard it. */
function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('[role="dialog"], [role="listbox"]') !== null) return;
      latest.current();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
