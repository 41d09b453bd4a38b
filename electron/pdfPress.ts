/** The paper press as the till sees it: a shell turns pages of our own screens into PDF, each shell in its own way. */
import type { PdfProblem } from '../shared/receipt/pdfContract.ts';

/** Some sheets as a PDF of their own. */
export interface PressedPart {
  readonly pdf: Uint8Array;
  /** How many sheets the whole thing has. */
  readonly sheets: number;
}

/** A press that stands open for one job: its page is loaded once and then shown route after route. */
export interface OpenPress {
  /** Throws PressProblem. */
  readonly print: (route: string) => Promise<PressedPart>;
  /** Ends its page and its session; harmless when it has ended by itself. */
  readonly close: () => Promise<void>;
}

export interface PdfPress {
  /** False where this PC has no browser that could do it. */
  readonly isThere: () => Promise<boolean>;
  /**
   * Opens the page for paper under a key that the till has logged in for this job alone. The signal ends it at once,
   * whatever it does. Throws PressProblem.
   */
  readonly open: (key: string, signal: AbortSignal) => Promise<OpenPress>;
  /** Ends every open press. */
  readonly close: () => Promise<void>;
}

/** The press could not do its work; the code has words on the screen. */
export class PressProblem extends Error {
  readonly code: PdfProblem;
  constructor(code: PdfProblem, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'PressProblem';
    this.code = code;
  }
}
