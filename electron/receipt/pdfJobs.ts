/** PDFs that are being made or wait to be fetched: one at a time, in parts, with progress, and cancelled between them. */
import type { PdfNews } from '../../shared/receipt/pdfContract.ts';
import { type PrintKind, printRoute } from '../../shared/receipt/printAddress.ts';
import type { Sessions } from '../parts.ts';
import { type PdfPress, PressProblem } from '../pdfPress.ts';
import { startMerge } from './pdfMerge.ts';

/** Sheets of one part: few enough to see progress and to cancel, many enough that loading the page does not count. */
export const sheetsPerPart = 25;
/** Bytes of one portion; as base64 a third more. */
export const portionBytes = 384 * 1024;
const mostOfOneWindow = 4;
/** Of the parts of one PDF together: it is put together in memory. */
const largestPdfBytes = 200_000_000;
const keptMs = 30 * 60 * 1000;

/** Who asks for what. */
export interface PdfAsked {
  readonly jobId: string;
  /** The window that shows the progress. */
  readonly key: string;
  readonly personId: string;
  readonly kind: PrintKind;
  readonly id: string;
}

export interface PdfJobs {
  /** False when the window has as many as it may have. */
  readonly start: (asked: PdfAsked) => boolean;
  /** How the PDFs of a window stand, then every step, until the signal stops it. */
  readonly follow: (key: string, signal: AbortSignal | undefined) => AsyncGenerator<PdfNews>;
  readonly cancel: (jobId: string, personId: string) => void;
  /** Null when there is no such finished PDF of this person, or it ends before `from`. */
  readonly part: (jobId: string, personId: string, from: number) => PdfPortion | null;
  readonly forget: (jobId: string, personId: string) => void;
}

export interface PdfPortion {
  readonly base64: string;
  readonly next: number | null;
}

export interface PdfJobsOptions {
  readonly press: Pick<PdfPress, 'open'>;
  readonly sessions: Pick<Sessions, 'logIn' | 'logOut'>;
  /** A name for the press's window that nobody can guess and no window has. */
  readonly newKey: () => string;
  readonly note: (text: string, error?: unknown) => void;
}

interface Job extends PdfAsked {
  readonly stopping: AbortController;
  news: PdfNews;
  pdf: Uint8Array | null;
}

const isOver = ({ news }: Job): boolean => news.state !== 'waiting' && news.state !== 'printing';

/** Prints part after part under a session that ends with the job. Throws PressProblem, or the signal's reason. */
async function press(job: Job, options: PdfJobsOptions, onPart: (news: Partial<PdfNews>) => void) {
  const { signal } = job.stopping;
  const key = options.newKey();
  options.sessions.logIn(key, job.personId);
  try {
    const open = await options.press.open(key, signal);
    try {
      const merge = startMerge();
      let from = 0;
      let sheets = 1;
      let bytes = 0;
      while (from < sheets) {
        const part = await open.print(
          printRoute({ kind: job.kind, id: job.id, from, sheets: sheetsPerPart }),
        );
        signal.throwIfAborted();
        bytes += part.pdf.length;
        if (bytes > largestPdfBytes) throw new PressProblem('PdfTooLarge');
        await merge.add(part.pdf);
        sheets = part.sheets;
        from += sheetsPerPart;
        onPart({ state: 'printing', donePages: Math.min(from, sheets), pages: sheets });
      }
      return await merge.finish();
    } finally {
      await open.close();
    }
  } finally {
    options.sessions.logOut(key);
  }
}

/** A PDF is forgotten once it was fetched, half an hour after it was made, or when the till ends. */
export function createPdfJobs(options: PdfJobsOptions): PdfJobs {
  const jobs = new Map<string, Job>();
  const watchers = new Set<(job: Job) => void>();
  let line: Promise<void> = Promise.resolve();

  const tell = (job: Job, change: Partial<PdfNews>) => {
    job.news = { ...job.news, ...change };
    for (const watcher of watchers) watcher(job);
  };
  const ended = (job: Job, change: Partial<PdfNews>) => {
    tell(job, change);
    setTimeout(() => jobs.delete(job.jobId), keptMs).unref();
  };
  const run = async (job: Job) => {
    if (isOver(job)) return;
    tell(job, { state: 'printing' });
    try {
      const pdf = await press(job, options, (change) => tell(job, change));
      job.stopping.signal.throwIfAborted();
      job.pdf = pdf;
      ended(job, { state: 'ready', sizeBytes: pdf.length });
    } catch (error) {
      if (job.stopping.signal.aborted) return ended(job, { state: 'cancelled' });
      options.note('a PDF could not be made', error);
      ended(job, { state: 'failed', problem: error instanceof PressProblem ? error.code : 'PdfBroken' });
    }
  };
  const ofPerson = (jobId: string, personId: string) => {
    const job = jobs.get(jobId);
    return job?.personId === personId ? job : undefined;
  };
  return {
    start(asked) {
      const open = [...jobs.values()].filter((job) => job.key === asked.key && (!isOver(job) || job.pdf));
      if (open.length >= mostOfOneWindow) return false;
      const news = { jobId: asked.jobId, donePages: 0, pages: null, sizeBytes: null, problem: null };
      const job: Job = {
        ...asked,
        stopping: new AbortController(),
        news: { ...news, state: 'waiting' },
        pdf: null,
      };
      jobs.set(job.jobId, job);
      tell(job, {});
      line = line.then(() => run(job));
      return true;
    },
    follow: (key, signal) => newsOf(key, jobs, watchers, signal),
    cancel(jobId, personId) {
      const job = ofPerson(jobId, personId);
      if (job === undefined || isOver(job)) return;
      job.stopping.abort();
      // One that waits is over at once; one that prints says so when its press has closed.
      if (job.news.state === 'waiting') ended(job, { state: 'cancelled' });
    },
    part(jobId, personId, from) {
      const pdf = ofPerson(jobId, personId)?.pdf;
      if (!pdf || from >= pdf.length) return null;
      const to = Math.min(pdf.length, from + portionBytes);
      const base64 = Buffer.from(pdf.buffer, pdf.byteOffset + from, to - from).toString('base64');
      return { base64, next: to < pdf.length ? to : null };
    },
    forget(jobId, personId) {
      const job = ofPerson(jobId, personId);
      if (job !== undefined && isOver(job)) jobs.delete(jobId);
    },
  };
}

async function* newsOf(
  key: string,
  jobs: ReadonlyMap<string, Job>,
  watchers: Set<(job: Job) => void>,
  signal: AbortSignal | undefined,
): AsyncGenerator<PdfNews> {
  const changed = new Set<Job>([...jobs.values()].filter((job) => job.key === key));
  let wake: () => void = () => {};
  const watcher = (job: Job) => {
    if (job.key !== key) return;
    changed.add(job);
    wake();
  };
  const stop = () => wake();
  watchers.add(watcher);
  signal?.addEventListener('abort', stop);
  try {
    while (!signal?.aborted) {
      const [job] = changed;
      if (job === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      changed.delete(job);
      yield job.news;
    }
  } finally {
    watchers.delete(watcher);
    signal?.removeEventListener('abort', stop);
  }
}
