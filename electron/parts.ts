/** What a running till is made of, lent to the verbs that need more than a scope. */
import type { Language } from '../shared/text.ts';
import type { Instant } from '../shared/time.ts';
import type { Changes } from './changes.ts';
import type { EraseFiles } from './customer/erase.ts';
import type { Database } from './database/open.ts';
import type { Random } from './ids.ts';
import type { PdfPress } from './pdfPress.ts';

export type Shell = 'desktop' | 'browser';

/** Who is logged in at which window; lives as long as the till runs. */
export interface Sessions {
  readonly personIdOf: (key: string) => string | null;
  readonly logIn: (key: string, personId: string) => void;
  readonly logOut: (key: string) => void;
  /** Ends a person's sessions at every window. */
  readonly endAll: (personId: string) => void;
}

/** Work that goes on after a commit: the printer's queue. */
export interface PrintQueue {
  readonly wake: () => void;
  /** Does something else with a printer while none of its papers is on its way. */
  readonly inTurn: <T>(printerId: string, task: () => Promise<T>) => Promise<T>;
  /** Resolves when nothing can be done at once any more. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Switching between the shop's own data and the demo shop. */
export interface DemoSwitch {
  readonly isBuilding: () => boolean;
  readonly open: (language: 'uz' | 'ru' | 'en') => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly progress: (
    signal: AbortSignal | undefined,
  ) => AsyncGenerator<{ readonly doneThousandths: number; readonly problem: string | null }>;
}

/** Switching into the shop to learn in and back. */
export interface TrainingSwitch {
  readonly enter: () => Promise<void>;
  readonly leave: () => Promise<void>;
}

/** The journal beside the database, and in a second folder where one was chosen. */
export interface JournalOutside {
  /** Resolves when everything committed until now is on the disks. */
  readonly settle: () => Promise<void>;
  /** Whether the second folder takes what it is given; null where none was chosen. */
  readonly isSecondSound: () => boolean | null;
}

export interface TillParts {
  /** The shop that is open now; the demo shop and the own shop are two files. */
  readonly database: () => Database;
  readonly clock: () => Instant;
  readonly random: Random;
  readonly shell: Shell;
  readonly build: string;
  /** The language that this start was asked for, by `--lang`. */
  readonly language: Language | null;
  readonly dataDirectory: string;
  readonly backupDirectory: string;
  readonly sessions: Sessions;
  readonly changes: Changes;
  readonly printQueue: PrintQueue;
  /** Null in a till that no shell has lent one: a test, a runner. */
  readonly pdfPress: PdfPress | null;
  readonly demo: DemoSwitch;
  readonly training: TrainingSwitch;
  /** The journal's files outside the database. */
  readonly journal: JournalOutside;
  /** The files of whichever shop is open, for whoever erases somebody. */
  readonly erasing: () => EraseFiles;
  /** The till's own log: facts and errors, never personal data. */
  readonly note: (text: string, error?: unknown) => void;
}
