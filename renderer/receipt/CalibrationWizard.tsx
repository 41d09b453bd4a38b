/** Setting a printer up without knowing anything of it: it prints a slip, the shopkeeper says what is on it. */
import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalibrationFrame, type CalibrationStepProps } from './CalibrationFrame.tsx';
import { CalibrationPrint } from './CalibrationPrint.tsx';
import { CodesStep, CutStep, DrawerStep, LettersStep, WidthStep } from './CalibrationQuestions.tsx';
import { CalibrationSummary } from './CalibrationSummary.tsx';
import {
  type CalibrationDraft,
  type CalibrationStep,
  calibrationSteps,
  emptyDraft,
  isAnswered,
} from './calibrationSteps.ts';
import type { Printer } from './printer.ts';

export interface CalibrationWizardProps {
  /** Null: nothing is set up now. */
  printer: Printer | null;
  onClose: () => void;
}

export function CalibrationWizard({ printer, onClose }: CalibrationWizardProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={printer !== null}
      onClose={onClose}
      size={720}
      title={printer === null ? '' : t('receipt.calibration.title', { name: printer.name })}
      // A slip in the hand is not thrown away by a click beside the window.
      closeOnClickOutside={false}
    >
      {printer !== null && <Steps key={printer.id} printer={printer} onClose={onClose} />}
    </Modal>
  );
}

const questions = {
  letters: LettersStep,
  width: WidthStep,
  codes: CodesStep,
  cut: CutStep,
  drawer: DrawerStep,
} as const satisfies Partial<Record<CalibrationStep, (props: CalibrationStepProps) => ReactNode>>;

function Steps({ printer, onClose }: { printer: Printer; onClose: () => void }) {
  const [at, setAt] = useState(0);
  const [draft, setDraft] = useState(emptyDraft);
  const [isMissing, setMissing] = useState(false);
  const step = calibrationSteps[at] ?? 'print';
  const go = (place: number) => {
    setMissing(false);
    setAt(place);
  };
  const change = (patch: Partial<CalibrationDraft>) => {
    setMissing(false);
    setDraft((before) => ({ ...before, ...patch }));
  };
  if (step === 'print') {
    return (
      <CalibrationPrint
        printer={printer}
        onPrinted={(status) => {
          change({ status });
          go(1);
        }}
        onLeave={onClose}
      />
    );
  }
  if (step === 'summary') {
    return <CalibrationSummary printer={printer} draft={draft} onBack={() => go(at - 1)} onClose={onClose} />;
  }
  const Question = questions[step];
  const next = () => (isAnswered(step, draft) ? go(at + 1) : setMissing(true));
  return (
    <CalibrationFrame step={step} onBack={() => go(at - 1)} onNext={next}>
      <Question key={step} printer={printer} draft={draft} onChange={change} isMissing={isMissing} />
    </CalibrationFrame>
  );
}
