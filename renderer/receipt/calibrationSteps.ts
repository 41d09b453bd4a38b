/** The steps of setting a printer up by its slip, and what each of them must know before the next one may come. */
import {
  type CalibrationAnswers,
  type CalibrationWidth,
  calibrationLines,
} from '../../shared/receipt/calibration.ts';
import type { StatusCapability } from '../../shared/receipt/printers.ts';

/** In the order of the paper: first the slip itself, then its parts A, B, C and D, its cut, the drawer. */
export const calibrationSteps = ['print', 'letters', 'width', 'codes', 'cut', 'drawer', 'summary'] as const;
export type CalibrationStep = (typeof calibrationSteps)[number];

/** What was answered so far; null: not yet. */
export interface CalibrationDraft {
  /** What the printer itself told when it was asked before the slip. */
  readonly status: StatusCapability;
  readonly linesTyped: string;
  readonly noneReads: boolean;
  readonly width: CalibrationWidth | null;
  /** Whether both bar codes, the QR code and the picture came out. */
  readonly codes: 'all' | 'some' | null;
  readonly barcodesCame: boolean;
  readonly qrCame: boolean;
  readonly pictureCame: boolean;
  readonly didCut: boolean | null;
  /** Which of the two tries opened the drawer. */
  readonly drawer: 0 | 1 | 'none' | null;
}

export const emptyDraft: CalibrationDraft = {
  status: 'none',
  linesTyped: '',
  noneReads: false,
  width: null,
  codes: null,
  barcodesCame: false,
  qrCame: false,
  pictureCame: false,
  didCut: null,
  drawer: null,
};

/**
 * The lines that were typed, each once, in their order. Every line has one digit, so nothing need stand between them.
 *
 * | typed    | lines |
 * |----------|-------|
 * | 3        | 3     |
 * | 1, 4     | 1, 4  |
 * | 41       | 1, 4  |
 * | 9        | –     |
 */
export function linesOf(typed: string): readonly number[] {
  return calibrationLines.map(({ number }) => number).filter((number) => typed.includes(String(number)));
}

/** Whether a step is answered, so that the next one may come. */
export function isAnswered(step: CalibrationStep, draft: CalibrationDraft): boolean {
  switch (step) {
    case 'letters':
      return draft.noneReads || linesOf(draft.linesTyped).length > 0;
    case 'width':
      return draft.width !== null;
    case 'codes':
      return draft.codes !== null;
    case 'cut':
      return draft.didCut !== null;
    case 'drawer':
      return draft.drawer !== null;
    default:
      return true;
  }
}

/** What the rule takes; null as long as a step is not answered. */
export function answersOf(draft: CalibrationDraft): CalibrationAnswers | null {
  const { width, didCut, drawer, status } = draft;
  const isOpen = calibrationSteps.some((step) => !isAnswered(step, draft));
  if (isOpen || width === null || didCut === null) return null;
  const all = draft.codes === 'all';
  return {
    readableLines: draft.noneReads ? [] : linesOf(draft.linesTyped),
    width,
    barcodesCame: all || draft.barcodesCame,
    qrCame: all || draft.qrCame,
    pictureCame: all || draft.pictureCame,
    didCut,
    drawerPin: drawer === 'none' ? null : drawer,
    status,
  };
}
