/** How long each step towards a printer may take, in milliseconds. */

export interface TimeLimits {
  readonly connect: number;
  /** A printer that answers status requests does so at once, even while it prints. */
  readonly status: number;
  /** Until a printer takes the next 4 KB, or the one byte it is asked for. */
  readonly send: number;
  /** From the last byte sent until the printer has worked through a short job. */
  readonly confirm: number;
  /** What each kilobyte of the job adds to that, as long as the printer says that all is well. */
  readonly confirmPerKilobyte: number;
  /** Until the printer ends the connection too; and how long a till that is being closed still waits for a confirmation. */
  readonly finish: number;
  /** Until the system's own queue has taken a job. */
  readonly program: number;
}

/** A kilobyte of text is some 32 short lines, three seconds of a slow printer. */
export const usualTimeLimits: TimeLimits = {
  connect: 3000,
  status: 500,
  send: 10_000,
  confirm: 5000,
  confirmPerKilobyte: 3000,
  finish: 1000,
  program: 30_000,
};
