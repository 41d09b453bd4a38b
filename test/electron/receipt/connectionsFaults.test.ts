/** Every fault a network printer is known to have, and what the till may honestly say of the paper then. */
import { expect, onTestFinished, test } from 'vitest';
import type { PrintOutcome } from '../../../electron/receipt/connections/outcome.ts';
import { probeStatus, sendJob } from '../../../electron/receipt/connections/send.ts';
import type { TimeLimits } from '../../../electron/receipt/connections/timeLimits.ts';
import { type StatusCapability, statusCapabilities } from '../../../shared/receipt/printers.ts';
import { type Fault, faults, startFaultyPrinter } from '../../receipt/faultyPrinter.ts';

const patience: TimeLimits = {
  connect: 1000,
  status: 100,
  send: 300,
  confirm: 200,
  confirmPerKilobyte: 0,
  finish: 200,
  program: 1000,
};
const paper = `Chek 1\n${'non 4 000\n'.repeat(8)}Rahmat!\n`;

async function sendTo(fault: Fault, status: StatusCapability) {
  const printer = await startFaultyPrinter({ nextFault: () => fault });
  onTestFinished(() => printer.close());
  const connection = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  const job = { bytes: Buffer.from(paper, 'latin1'), status, confirm: true, processId: 'Chek' };
  const outcome = await sendJob(connection, job, new AbortController().signal, patience);
  return { outcome: said(outcome), sheets: printer.sheets };
}

function said(outcome: PrintOutcome): string {
  return 'reason' in outcome ? `${outcome.state} ${outcome.reason}` : outcome.state;
}

/** What is on the paper: everything, a part that ends in the middle, or not one byte. */
type OnPaper = 'whole' | 'torn' | 'nothing';

function onPaper(sheets: readonly string[]): OnPaper {
  if (sheets.length === 0) return 'nothing';
  expect(sheets).toHaveLength(1);
  return sheets[0] === paper ? 'whole' : 'torn';
}

/** In the order processId, paperInTurn, realTime, none; one word where all four are the same. */
const reached: Readonly<Record<Fault, readonly [OnPaper, ...string[]]>> = {
  none: ['whole', 'printed', 'printed', 'sentUnconfirmed', 'sentUnconfirmed'],
  nearEnd: ['whole', 'printed', 'printed', 'sentUnconfirmed', 'sentUnconfirmed'],
  slowReader: ['whole', 'printed', 'printed', 'sentUnconfirmed', 'sentUnconfirmed'],
  paperOut: ['nothing', 'blocked paperOut', 'blocked paperOut', 'blocked paperOut', 'sentUnconfirmed'],
  coverOpen: ['nothing', 'blocked coverOpen', 'blocked coverOpen', 'blocked coverOpen', 'sentUnconfirmed'],
  headHot: [
    'nothing',
    'blocked printerError',
    'blocked printerError',
    'blocked printerError',
    'sentUnconfirmed',
  ],
  offLine: ['nothing', 'blocked offline', 'blocked offline', 'blocked offline', 'sentUnconfirmed'],
  paperEndsInJob: ['torn', 'unknown paperOut', 'unknown paperOut', 'sentUnconfirmed', 'sentUnconfirmed'],
  coverOpensInJob: ['torn', 'unknown coverOpen', 'unknown coverOpen', 'sentUnconfirmed', 'sentUnconfirmed'],
  saysOutAtEnd: ['whole', 'printed', 'unknown paperOut', 'sentUnconfirmed', 'sentUnconfirmed'],
  powerCutInJob: ['torn', 'unknown connectionLost'],
  powerCutAtEnd: ['whole', 'unknown connectionLost'],
  goesSilent: ['torn', 'unknown noAnswer', 'unknown noAnswer', 'sentUnconfirmed', 'sentUnconfirmed'],
  mute: ['whole', 'unknown noAnswer', 'unknown noAnswer', 'unknown noAnswer', 'sentUnconfirmed'],
  realTimeOnly: ['whole', 'unknown noAnswer', 'unknown noAnswer', 'sentUnconfirmed', 'sentUnconfirmed'],
  neverReads: ['nothing', 'unknown noAnswer', 'unknown noAnswer', 'unknown noAnswer', 'sentUnconfirmed'],
  hangsUp: ['nothing', 'retry connectionLost'],
  noise: ['whole', 'unknown noAnswer', 'unknown noAnswer', 'unknown noAnswer', 'sentUnconfirmed'],
  otherId: ['whole', 'unknown noAnswer', 'unknown noAnswer', 'sentUnconfirmed', 'sentUnconfirmed'],
  zeroForId: ['whole', 'unknown noAnswer', 'unknown noAnswer', 'sentUnconfirmed', 'sentUnconfirmed'],
  brokenId: ['whole', 'unknown noAnswer', 'unknown noAnswer', 'sentUnconfirmed', 'sentUnconfirmed'],
  earlyZero: ['torn', 'unknown paperOut', 'unknown paperOut', 'sentUnconfirmed', 'sentUnconfirmed'],
  answersForAnother: ['torn', 'unknown noAnswer', 'unknown noAnswer', 'sentUnconfirmed', 'sentUnconfirmed'],
  unaskedStatus: ['whole', 'unknown noAnswer', 'unknown noAnswer', 'sentUnconfirmed', 'sentUnconfirmed'],
  lateBarrier: ['whole', 'unknown noAnswer', 'unknown noAnswer', 'sentUnconfirmed', 'sentUnconfirmed'],
  lateStatus: ['whole', 'printed', 'unknown noAnswer', 'unknown noAnswer', 'sentUnconfirmed'],
};

test.each(faults.flatMap((fault) => statusCapabilities.map((status) => ({ fault, status }))))(
  'with $fault on a printer that was learnt to tell $status, nothing is said that is not so',
  async ({ fault, status }) => {
    const [expectedPaper, ...states] = reached[fault];
    const { outcome, sheets } = await sendTo(fault, status);
    const expected = states[statusCapabilities.indexOf(status)] ?? states[0];
    // Nobody asks a printer that tells nothing: whether it hung up before the job or after it is chance.
    if (fault === 'hangsUp' && status === 'none')
      expect(outcome).toMatch(/connectionLost$|^sentUnconfirmed$/);
    else expect(outcome).toBe(expected);
    if (outcome === 'printed') expect(onPaper(sheets)).toBe('whole');
    if (/^(blocked|retry)/.test(outcome)) expect(onPaper(sheets)).toBe('nothing');
    expect(onPaper(sheets)).toBe(expectedPaper);
  },
);

test.each([
  ['none', 'processId'],
  ['realTimeOnly', 'realTime'],
  ['mute', 'none'],
  ['noise', 'none'],
  ['zeroForId', 'realTime'],
  ['otherId', 'realTime'],
  ['paperOut', 'paperOut'],
  ['coverOpen', 'coverOpen'],
] as const)('at its set-up a printer with %s is found to be: %s', async (fault, learnt) => {
  const printer = await startFaultyPrinter({ nextFault: () => fault });
  onTestFinished(() => printer.close());
  const connection = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  expect(await probeStatus(connection, new AbortController().signal, patience)).toBe(learnt);
  // Commands that print nothing may pass; a letter or a line feed may not.
  for (const sheet of printer.sheets) expect(sheet).not.toMatch(/[\n\r]/);
});

test('a printer that is not there says why it cannot be asked, and a folder has nothing to ask', async () => {
  const printer = await startFaultyPrinter({ nextFault: () => 'none' });
  await printer.close();
  const signal = new AbortController().signal;
  const gone = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  expect(await probeStatus(gone, signal, patience)).toBe('refused');
  expect(await probeStatus({ kind: 'file', path: '/nowhere' }, signal, patience)).toBe('none');
  expect(await probeStatus({ kind: 'queue', name: 'kassa' }, signal, patience)).toBe('none');
});

test('a long paper may take longer than a short one, as long as the printer says that all is well', async () => {
  const printer = await startFaultyPrinter({ nextFault: () => 'slowReader' });
  onTestFinished(() => printer.close());
  const connection = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
  const bytes = Buffer.from('non 4 000\n'.repeat(500), 'latin1');
  const job = { bytes, status: 'processId', confirm: true, processId: 'Chek' } as const;
  const hasty = { ...patience, confirm: 100 };
  const signal = new AbortController().signal;
  expect(said(await sendJob(connection, job, signal, hasty))).toBe('unknown noAnswer');
  const patient = { ...hasty, confirmPerKilobyte: 3000 };
  expect(said(await sendJob(connection, job, signal, patient))).toBe('printed');
});
