/** Hands the bare bytes of a job to a printer of the system: a CUPS queue, or the spooler of Windows. */
import type { PrintOutcome } from './outcome.ts';
import { type Ran, runProgram } from './program.ts';
import type { TimeLimits } from './timeLimits.ts';
import { printRawOnWindows } from './windowsSpooler.ts';

/** CUPS keeps on trying a printer that is switched off; a drawer must not pop open when it is switched on again. */
const drawerEnds = 'job-cancel-after=10';

/**
 * Nothing comes back from a queue, so a job that it took is at most `sentUnconfirmed`.
 *
 * | what the system says                                | outcome               |
 * |-----------------------------------------------------|-----------------------|
 * | the queue is stopped (CUPS would keep the job)      | blocked (offline)     |
 * | the job is taken                                    | sentUnconfirmed       |
 * | no such queue, or it takes nothing                  | retry (queueRefused)  |
 * | the program that prints is not there                | retry (queueMissing)  |
 * | the program hangs, or is ended half way             | unknown (stalled)     |
 */
export async function printToQueue(
  name: string,
  bytes: Uint8Array,
  limits: TimeLimits,
  signal: AbortSignal,
  platform: NodeJS.Platform = process.platform,
  isDrawer = false,
): Promise<PrintOutcome> {
  if (signal.aborted) return { state: 'retry', reason: 'stopping' };
  if (platform === 'win32') return outcomeOf(await printRawOnWindows(name, bytes, limits.program));
  const options = isDrawer ? ['-o', 'raw', '-o', drawerEnds] : ['-o', 'raw'];
  return printByCups(name, options, bytes, limits.program);
}

/** `lp` reads the job from its input. A queue that is stopped would print the paper hours later: it is asked first. */
export async function printByCups(
  name: string,
  options: readonly string[],
  bytes: Uint8Array,
  limitMilliseconds: number,
): Promise<PrintOutcome> {
  if (await isStopped(name, limitMilliseconds)) return { state: 'blocked', reason: 'offline' };
  const args = ['-d', name, '-t', 'Daftar', ...options];
  return outcomeOf(await runProgram({ program: 'lp', args, input: bytes, limitMilliseconds }));
}

/** `lpstat -p NAME`: "printer NAME disabled since …". Without an answer the queue counts as running. */
async function isStopped(name: string, limitMilliseconds: number): Promise<boolean> {
  const args = ['-p', name];
  const ran = await runProgram({ program: 'lpstat', args, input: new Uint8Array(), limitMilliseconds });
  return ran.kind === 'ended' && ran.code === 0 && ran.output.startsWith(`printer ${name} disabled`);
}

/** A code of 3 is the spooler script's word that the job had begun. */
const begunCode = 3;

function outcomeOf(ran: Ran): PrintOutcome {
  if (ran.kind === 'missing') return { state: 'retry', reason: 'queueMissing' };
  if (ran.kind === 'broken' || ran.code === begunCode) return { state: 'unknown', reason: 'stalled' };
  return ran.code === 0 ? { state: 'sentUnconfirmed' } : { state: 'retry', reason: 'queueRefused' };
}
