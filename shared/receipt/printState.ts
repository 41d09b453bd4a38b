/** The states of a print job, and what can stand in its way. */

/**
 * | state            | meaning                                                                    | who moves it on          |
 * |------------------|----------------------------------------------------------------------------|--------------------------|
 * | queued           | waits for its turn                                                         | the till                 |
 * | sending          | noted before the first byte leaves                                         | the till                 |
 * | printed          | the printer said that it has done the job, or the job's file is written    | –                        |
 * | sent_unconfirmed | handed over to a printer that does not say what became of it               | –                        |
 * | blocked          | the printer says why it cannot print; nothing was sent                     | the till, by itself      |
 * | retry_wait       | the printer was not reached; nothing was sent                              | the till, by itself      |
 * | unknown          | something went wrong after the first byte: the paper may be whole or torn  | a person who looks at it |
 * | failed           | cannot be printed at all                                                   | –                        |
 * | cancelled        | not wanted any more, or there is no printer                                | –                        |
 */
export const printStates = [
  'queued',
  'sending',
  'printed',
  'sent_unconfirmed',
  'blocked',
  'retry_wait',
  'unknown',
  'failed',
  'cancelled',
] as const;
export type PrintState = (typeof printStates)[number];

/** Why a printer cannot print, in its own words. */
export type BlockedReason = 'coverOpen' | 'paperOut' | 'printerError' | 'offline';

/**
 * Why nothing was sent.
 *
 * | reason         | where         | meaning                                                            |
 * |----------------|---------------|--------------------------------------------------------------------|
 * | refused        | tcp           | nobody listens there                                               |
 * | timeOut        | all           | no answer, or not one byte taken, in time                          |
 * | unreachable    | tcp           | no way to this address                                             |
 * | connectionLost | all           | the printer hung up before the first byte of the job               |
 * | cannotWrite    | file          | the folder cannot be written to                                    |
 * | deviceMissing  | device, serial| the cable is out or the printer off: there is no such device       |
 * | deviceBusy     | device, serial| another program has it                                             |
 * | noAccess       | device, serial| the system does not let this program use it                        |
 * | notADevice     | device        | what stands there is a file, not a printer                         |
 * | queueMissing   | queue, driver | the program that prints is not installed                           |
 * | queueRefused   | queue, driver | the system knows no such printer, or takes nothing for it          |
 * | stopping       | all           | the till is being closed                                           |
 */
export type RetryReason =
  | 'refused'
  | 'timeOut'
  | 'unreachable'
  | 'connectionLost'
  | 'cannotWrite'
  | 'deviceMissing'
  | 'deviceBusy'
  | 'noAccess'
  | 'notADevice'
  | 'queueMissing'
  | 'queueRefused'
  | 'stopping';

/** Why nobody knows what is on the paper. `interrupted` is a till that died while it was sending. */
export type UnknownReason = BlockedReason | 'connectionLost' | 'stalled' | 'noAnswer' | 'interrupted';

/**
 * Why a job ended without paper. `stale` is a drawer that nobody waits for any more; `driverNotHere` a printer that only
 * its maker's driver can feed, on a till that has no way to a driver.
 */
export type EndReason = 'noPrinter' | 'noDrawer' | 'stale' | 'cannotBuild' | 'driverNotHere';

/** The text in `print_job.last_error`, a code that the screens translate. */
export type PrintTrouble = BlockedReason | RetryReason | UnknownReason | EndReason;
