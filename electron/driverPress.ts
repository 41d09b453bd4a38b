/** What a shell that can print pages through the system's drivers lends to the till. */

export interface DriverJob {
  /** What the system calls the printer. */
  readonly printer: string;
  /** The whole paper as a PNG. */
  readonly png: Uint8Array;
  /** The size of the picture on the paper. */
  readonly widthMicrons: number;
  readonly heightMicrons: number;
}

/**
 * `taken`: the system has the job, which is all that a driver ever says. `refused`: nothing was handed over. `broken`:
 * nobody knows.
 */
export type DriverAnswer = 'taken' | 'refused' | 'broken';

export interface DriverPress {
  readonly print: (job: DriverJob) => Promise<DriverAnswer>;
}
