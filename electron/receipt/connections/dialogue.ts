/** The one dialogue with every printer that has a line: ask first, send, ask once more, and say honestly what became of it. */
import { initialise, requestPaperInTurn, requestProcessId } from '../../../shared/receipt/commands.ts';
import type { StatusCapability } from '../../../shared/receipt/printers.ts';
import type { UnknownReason } from '../../../shared/receipt/printState.ts';
import { askHealth, type Health, nextReply, startTalk, type Talk } from './health.ts';
import type { PrinterLine, Sent } from './line.ts';
import type { PrintOutcome } from './outcome.ts';
import type { TimeLimits } from './timeLimits.ts';

export interface LineJob {
  readonly bytes: Uint8Array;
  /** What this printer can tell, learnt at set-up. */
  readonly status: StatusCapability;
  /** Whether to wait for the printer's word that it is done. A drawer does not wait. */
  readonly confirm: boolean;
  /** Four characters that no other job of these minutes has. */
  readonly processId: string;
}

/** A printer takes about this much at once; the limit of sending runs anew with every portion. */
const portionBytes = 4096;

/**
 * | profile                | before the job: all well | cover, paper, error | says nothing                | nothing asked    |
 * |------------------------|--------------------------|---------------------|-----------------------------|------------------|
 * | processId, paperInTurn | job, barrier             | blocked             | job, barrier                |                  |
 * | realTime               | job, sentUnconfirmed     | blocked             | job, unknown (noAnswer)     |                  |
 * | none                   |                          |                     |                             | job, sentUnconfirmed |
 *
 * | afterwards                                                     | outcome                                   |
 * |----------------------------------------------------------------|-------------------------------------------|
 * | the barrier answers with its own id                            | printed                                   |
 * | the barrier answers that there is paper, and nothing stops     | printed                                   |
 * | it answers that the paper is out                               | unknown (paperOut)                        |
 * | it does not answer, and the status says why                    | unknown (paperOut, coverOpen …)           |
 * | it does not answer, or a late or a strange answer comes        | unknown (noAnswer)                        |
 * | power cut, reset, cable out after the first byte               | unknown (connectionLost)                  |
 * | the printer takes a part of the job and then no more           | unknown (stalled)                         |
 * | it takes not one byte of the job                               | retry (timeOut), or retry (connectionLost) |
 * | the till is closed before the barrier answers                  | unknown (interrupted)                     |
 */
export async function printOverLine(
  line: PrinterLine,
  job: LineJob,
  limits: TimeLimits,
  signal: AbortSignal,
): Promise<PrintOutcome> {
  try {
    const talk = startTalk(line, limits, signal);
    const health = job.status === 'none' ? 'ready' : await askHealth(talk);
    if (line.isLost()) return { state: 'retry', reason: 'connectionLost' };
    if (signal.aborted) return { state: 'retry', reason: 'stopping' };
    if (health !== 'ready' && health !== 'mute') return { state: 'blocked', reason: health };
    return await sendAndAsk(talk, job, health);
  } finally {
    await line.destroy();
  }
}

const sentUnconfirmed: PrintOutcome = { state: 'sentUnconfirmed' };
const unknown = (reason: UnknownReason): PrintOutcome => ({ state: 'unknown', reason });

async function sendAndAsk(talk: Talk, job: LineJob, health: 'ready' | 'mute'): Promise<PrintOutcome> {
  const { line, limits } = talk;
  const sent = await sendInPortions(line, job.bytes, limits.send);
  if (sent === 'none') return { state: 'retry', reason: line.isLost() ? 'connectionLost' : 'timeOut' };
  if (sent === 'some') return unknown(line.isLost() ? 'connectionLost' : 'stalled');
  const outcome = await outcomeOfSent(talk, job, health);
  if (line.isLost() && outcome.state !== 'printed') return unknown('connectionLost');
  const endedCleanly = await line.finish(limits.finish);
  return outcome.state === 'sentUnconfirmed' && !endedCleanly ? unknown('connectionLost') : outcome;
}

async function sendInPortions(
  line: PrinterLine,
  bytes: Uint8Array,
  limitMilliseconds: number,
): Promise<Sent> {
  for (let from = 0; from < bytes.length; from += portionBytes) {
    const sent = await line.send(bytes.subarray(from, from + portionBytes), limitMilliseconds);
    if (sent === 'none') return from === 0 ? 'none' : 'some';
    if (sent === 'some') return 'some';
  }
  return 'all';
}

async function outcomeOfSent(talk: Talk, job: LineJob, health: Health): Promise<PrintOutcome> {
  const { status } = job;
  if (!job.confirm || status === 'none') return sentUnconfirmed;
  // Its profile promises answers: a printer that gave none may be any printer, or none.
  if (status === 'realTime') return health === 'mute' ? unknown('noAnswer') : sentUnconfirmed;
  return awaitBarrier(talk, job, status);
}

/**
 * One barrier, never two: the zero that ends the answer to GS ( H looks like the answer to GS r. What came before it was
 * sent answers something else. A long paper may take its time as long as the printer says that all is well.
 */
async function awaitBarrier(
  talk: Talk,
  job: LineJob,
  status: 'processId' | 'paperInTurn',
): Promise<PrintOutcome> {
  const { limits, line, signal } = talk;
  const patience = limits.confirm + (job.bytes.length / 1024) * limits.confirmPerKilobyte;
  const deadline = performance.now() + patience;
  await forgetReceived(talk);
  await line.send(
    status === 'processId' ? requestProcessId(job.processId) : requestPaperInTurn(),
    limits.send,
  );
  for (;;) {
    const answer = await barrierAnswer(
      talk,
      job,
      status,
      Math.min(deadline, performance.now() + limits.confirm),
    );
    if (answer !== null) return status === 'paperInTurn' ? afterPaperAnswer(talk, answer) : answer;
    if (line.isLost()) return unknown('connectionLost');
    if (signal.aborted) return unknown('interrupted');
    const health = await askHealth(talk);
    const late = await barrierAnswer(talk, job, status, 0);
    if (late !== null) return status === 'paperInTurn' ? afterPaperAnswer(talk, late) : late;
    if (health === 'mute') return unknown('noAnswer');
    if (health !== 'ready') return unknown(health);
    if (performance.now() >= deadline) return unknown('noAnswer');
  }
}

/**
 * The answer to GS r carries no id. A printer that has stopped in the middle of the paper has not come to our question yet:
 * what it answered was something else. One that does not say that all is well proves nothing by a zero either.
 */
async function afterPaperAnswer(talk: Talk, answer: PrintOutcome): Promise<PrintOutcome> {
  if (answer.state !== 'printed' || talk.line.isLost()) return answer;
  const health = await askHealth(talk);
  if (health === 'ready') return answer;
  return unknown(health === 'mute' ? 'noAnswer' : health);
}

/** The answer to our own barrier, null when there is none until `until`. Answers with another id are of other jobs. */
async function barrierAnswer(
  talk: Talk,
  { processId }: LineJob,
  status: 'processId' | 'paperInTurn',
  until: number,
): Promise<PrintOutcome | null> {
  for (;;) {
    const reply = talk.heard.shift() ?? (await nextReply(talk, until));
    if (reply === null) return null;
    if (status === 'processId' && reply.kind === 'processId' && reply.id === processId)
      return { state: 'printed' };
    if (status === 'paperInTurn' && reply.kind === 'paper') {
      return reply.isOut ? unknown('paperOut') : { state: 'printed' };
    }
  }
}

async function forgetReceived(talk: Talk): Promise<void> {
  while ((await nextReply(talk, 0)) !== null);
  talk.heard.length = 0;
}

/**
 * What a printer can tell of itself: its real-time status, then each barrier in turn. Prints nothing: a printer that takes
 * a question for text forgets it with ESC @ before it comes to a line feed. Answers why the printer cannot be asked now,
 * for a closed cover would pass for a printer that knows no barrier.
 */
export async function probeOverLine(
  line: PrinterLine,
  limits: TimeLimits,
  signal: AbortSignal,
): Promise<StatusCapability | Exclude<Health, 'ready' | 'mute'> | 'connectionLost' | 'stopping'> {
  try {
    const talk = startTalk(line, limits, signal);
    const health = await askHealth(talk);
    if (health !== 'ready' && health !== 'mute') return health;
    const barrier = await barrierOf(talk, health);
    if (signal.aborted) return 'stopping';
    if (barrier !== null) return barrier;
    if (line.isLost()) return 'connectionLost';
    return health === 'ready' ? 'realTime' : 'none';
  } finally {
    await line.finish(limits.finish);
    await line.destroy();
  }
}

const probeId = 'Test';

/** GS r counts only beside a real-time status, which must bear its answer out. */
async function barrierOf(talk: Talk, health: 'ready' | 'mute'): Promise<'processId' | 'paperInTurn' | null> {
  const { line, limits, signal } = talk;
  const questions = { processId: requestProcessId(probeId), paperInTurn: requestPaperInTurn() } as const;
  const job = { bytes: new Uint8Array(), confirm: true, processId: probeId };
  for (const status of ['processId', 'paperInTurn'] as const) {
    await line.send(initialise(), limits.send);
    await forgetReceived(talk);
    await line.send(questions[status], limits.send);
    const wait = performance.now() + 2 * limits.status;
    const answer = await barrierAnswer(talk, { ...job, status }, status, wait);
    if (line.isLost() || signal.aborted) return null;
    if (answer !== null && (status === 'processId' || health === 'ready')) return status;
  }
  await line.send(initialise(), limits.send);
  return null;
}
