import { afterEach, describe, expect, test, vi } from 'vitest';
import { PressProblem } from '../../../electron/pdfPress.ts';
import { createPdfJobs, type PdfJobs, portionBytes } from '../../../electron/receipt/pdfJobs.ts';
import { createSessions } from '../../../electron/sessions.ts';
import type { PdfNews } from '../../../shared/receipt/pdfContract.ts';
import { printRoute } from '../../../shared/receipt/printAddress.ts';
import { type NumberedPress, numberedPress, numbersOf } from './numberedPress.ts';

const batchId = '019aa0b0-0000-7000-8000-000000000001';
const person = 'Dilnoza';

function world(press: NumberedPress) {
  const sessions = createSessions();
  const notes: string[] = [];
  let keys = 0;
  const jobs = createPdfJobs({
    press,
    sessions,
    newKey: () => `press ${++keys}`,
    note: (text) => void notes.push(text),
  });
  const start = (jobId: string, key = 'window', personId = person) =>
    jobs.start({ jobId, key, personId, kind: 'couponBatch', id: batchId });
  return { jobs, sessions, notes, start };
}

/** All news of a job until it is over. */
async function untilOver(jobs: PdfJobs, jobId: string, key = 'window'): Promise<readonly PdfNews[]> {
  const heard: PdfNews[] = [];
  for await (const news of jobs.follow(key, undefined)) {
    if (news.jobId !== jobId) continue;
    heard.push(news);
    if (!['waiting', 'printing'].includes(news.state)) break;
  }
  return heard;
}

function wholeOf(jobs: PdfJobs, jobId: string): Uint8Array {
  const parts: Buffer[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const portion = jobs.part(jobId, person, from);
    if (portion === null) throw new Error(`nothing at ${from}`);
    parts.push(Buffer.from(portion.base64, 'base64'));
    from = portion.next;
  }
  return Buffer.concat(parts);
}

const numbers = (to: number) => Array.from({ length: to }, (_, at) => at + 1);

afterEach(() => {
  vi.useRealTimers();
});

describe('a PDF of many sheets', () => {
  test('is printed in parts of 25, tells after each how far it is, and has every sheet once in order', async () => {
    const press = numberedPress({ sheets: 60 });
    const { jobs, start } = world(press);
    expect(start('job')).toBe(true);
    const heard = await untilOver(jobs, 'job');
    const steps = heard
      .filter(({ pages }) => pages !== null)
      .map((news) => `${news.state} ${news.donePages}`);
    expect(steps).toEqual(['printing 25', 'printing 50', 'printing 60', 'ready 60']);
    expect(press.routes).toEqual(
      [0, 25, 50].map((from) => printRoute({ kind: 'couponBatch', id: batchId, from, sheets: 25 })),
    );
    const pdf = wholeOf(jobs, 'job');
    expect(heard.at(-1)).toMatchObject({ state: 'ready', pages: 60, sizeBytes: pdf.length, problem: null });
    expect(await numbersOf(pdf)).toEqual(numbers(60));
  });

  test.each([1, 25, 26, 50])('of %i sheets has that many pages', async (sheets) => {
    const { jobs, start } = world(numberedPress({ sheets }));
    start('job');
    await untilOver(jobs, 'job');
    expect(await numbersOf(wholeOf(jobs, 'job'))).toEqual(numbers(sheets));
  });

  test('crosses the wire in portions of at most 512 kB', async () => {
    const { jobs, start } = world(numberedPress({ sheets: 3500 }));
    start('job');
    await untilOver(jobs, 'job');
    const first = jobs.part('job', person, 0);
    expect(first?.next).toBe(portionBytes);
    expect(first?.base64.length).toBe(512 * 1024);
    expect((await numbersOf(wholeOf(jobs, 'job'))).length).toBe(3500);
  }, 60_000);
});

describe('the press works under a session', () => {
  test('of the person who asked, that ends with the job', async () => {
    const seen: (string | null)[] = [];
    const press = numberedPress({
      sheets: 30,
      beforePart: (_at, key) => void seen.push(sessions.personIdOf(key)),
    });
    const { jobs, sessions, start } = world(press);
    start('job');
    await untilOver(jobs, 'job');
    expect(seen).toEqual([person, person]);
    expect(press.opened).toEqual([{ key: 'press 1', closed: true }]);
    expect(sessions.personIdOf('press 1')).toBeNull();
  });

  test('that ends too when the press fails', async () => {
    const press = numberedPress({
      sheets: 30,
      beforePart: () => {
        throw new PressProblem('PressEnded', 'killed');
      },
    });
    const { jobs, sessions, notes, start } = world(press);
    start('job');
    const last = (await untilOver(jobs, 'job')).at(-1);
    expect(last).toMatchObject({ state: 'failed', problem: 'PressEnded', sizeBytes: null });
    expect(press.opened).toEqual([{ key: 'press 1', closed: true }]);
    expect(sessions.personIdOf('press 1')).toBeNull();
    expect(jobs.part('job', person, 0)).toBeNull();
    expect(notes).toEqual(['a PDF could not be made']);
  });

  test('and a part that is no PDF is a failure with a name, not a broken till', async () => {
    const press = numberedPress({ sheets: 30 });
    const open: NumberedPress['open'] = async (key, signal) => ({
      ...(await press.open(key, signal)),
      print: async () => ({ pdf: new TextEncoder().encode('no PDF'), sheets: 30 }),
    });
    const { jobs, start } = world({ ...press, open });
    start('job');
    expect((await untilOver(jobs, 'job')).at(-1)).toMatchObject({ state: 'failed', problem: 'PdfBroken' });
  });
});

describe('a PDF that is stopped', () => {
  test('between two parts leaves nothing behind, and the next one goes on', async () => {
    const press = numberedPress({
      sheets: 60,
      beforePart: (at) => {
        if (at === 1) jobs.cancel('first', person);
      },
    });
    const { jobs, sessions, notes, start } = world(press);
    start('first');
    start('second');
    const heard = await untilOver(jobs, 'first');
    expect(heard.at(-1)).toMatchObject({ state: 'cancelled', donePages: 25, problem: null });
    expect(jobs.part('first', person, 0)).toBeNull();
    expect(sessions.personIdOf('press 1')).toBeNull();
    expect((await untilOver(jobs, 'second')).at(-1)).toMatchObject({ state: 'ready', pages: 60 });
    expect(press.opened.map(({ closed }) => closed)).toEqual([true, true]);
    expect(notes).toEqual([]);
  });

  test('while it waits never reaches the press', async () => {
    const press = numberedPress({ sheets: 1 });
    const { jobs, start } = world(press);
    start('first');
    start('second');
    jobs.cancel('second', person);
    expect((await untilOver(jobs, 'second')).at(-1)?.state).toBe('cancelled');
    await untilOver(jobs, 'first');
    start('third');
    await untilOver(jobs, 'third');
    expect(press.opened).toHaveLength(2);
  });

  test('cannot be stopped by another person, nor once it is ready', async () => {
    const { jobs, start } = world(numberedPress({ sheets: 1 }));
    start('job');
    jobs.cancel('job', 'Sardor');
    expect((await untilOver(jobs, 'job')).at(-1)?.state).toBe('ready');
    jobs.cancel('job', person);
    expect(jobs.part('job', person, 0)).not.toBeNull();
  });
});

describe('a finished PDF', () => {
  test('is given to the person who asked for it and to nobody else', async () => {
    const { jobs, start } = world(numberedPress({ sheets: 1 }));
    start('job');
    await untilOver(jobs, 'job');
    expect(jobs.part('job', 'Sardor', 0)).toBeNull();
    expect(jobs.part('another', person, 0)).toBeNull();
    expect(jobs.part('job', person, 10_000_000)).toBeNull();
    expect(jobs.part('job', person, 0)).not.toBeNull();
  });

  test('is forgotten when it was fetched, by its person only', async () => {
    const { jobs, start } = world(numberedPress({ sheets: 1 }));
    start('job');
    await untilOver(jobs, 'job');
    jobs.forget('job', 'Sardor');
    expect(jobs.part('job', person, 0)).not.toBeNull();
    jobs.forget('job', person);
    expect(jobs.part('job', person, 0)).toBeNull();
  });

  test('that nobody fetches is forgotten after half an hour', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { jobs, start } = world(numberedPress({ sheets: 1 }));
    start('job');
    await untilOver(jobs, 'job');
    vi.advanceTimersByTime(29 * 60 * 1000);
    expect(jobs.part('job', person, 0)).not.toBeNull();
    vi.advanceTimersByTime(61 * 1000);
    expect(jobs.part('job', person, 0)).toBeNull();
  });
});

test('a window has at most four PDFs that are not fetched; another window is free to ask', async () => {
  const { jobs, start } = world(numberedPress({ sheets: 1 }));
  expect(['a', 'b', 'c', 'd'].map((id) => start(id))).toEqual([true, true, true, true]);
  expect(start('e')).toBe(false);
  expect(start('f', 'another window')).toBe(true);
  await untilOver(jobs, 'd');
  jobs.forget('a', person);
  expect(start('g')).toBe(true);
});

test('a page that comes late hears first how its PDFs stand, and nothing of other windows', async () => {
  const { jobs, start } = world(numberedPress({ sheets: 3 }));
  start('ours');
  await untilOver(jobs, 'ours');
  start('theirs', 'another window');
  await untilOver(jobs, 'theirs', 'another window');
  const heard = await untilOver(jobs, 'ours');
  expect(heard.map(({ jobId, state }) => `${jobId} ${state}`)).toEqual(['ours ready']);
});
