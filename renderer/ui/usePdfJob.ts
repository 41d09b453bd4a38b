/** A PDF that the till makes for this page: started, followed, fetched in portions, or stopped. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PdfNews, PdfSubject } from '../../shared/receipt/pdfContract.ts';
import type { Answer, TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useNews } from '../app/useTill.ts';

/**
 * | state    | what the person sees                             |
 * |----------|--------------------------------------------------|
 * | starting | nothing is known yet                             |
 * | making   | sheets done, and how many there are              |
 * | fetching | the file comes over to the page                  |
 * | ready    | the file, to be saved or opened                  |
 * | refused  | why the till did not begin, or lost the file     |
 * | ended    | stopped, or failed for the reason in `news`      |
 */
export type PdfJobState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'making' | 'fetching' | 'ended'; readonly news: PdfNews }
  | { readonly kind: 'ready'; readonly news: PdfNews; readonly pdf: Blob }
  | { readonly kind: 'refused'; readonly error: TillError };

export interface PdfJob {
  readonly state: PdfJobState;
  readonly cancel: () => void;
}

/** The bytes behind base64, as the till sends them. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Fetches a finished PDF portion by portion and tells the till that it may forget it. */
export async function fetchPdf(
  jobId: string,
  receipt: Pick<typeof api.receipt, 'pdfPart' | 'pdfDone'> = api.receipt,
): Promise<Answer<Blob>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let from: number | null = 0;
  while (from !== null) {
    const answer: Awaited<ReturnType<typeof receipt.pdfPart>> = await receipt.pdfPart({ jobId, from });
    if (!answer.ok) return answer;
    parts.push(bytesOf(answer.data.base64));
    from = answer.data.next;
  }
  void receipt.pdfDone({ jobId });
  return { ok: true, data: new Blob(parts, { type: 'application/pdf' }) };
}

const isOver = ({ state }: PdfNews): boolean => state === 'cancelled' || state === 'failed';

/** Begins when it is first shown. A component that leaves stops its PDF. */
export function usePdfJob(what: PdfSubject): PdfJob {
  const [jobId, setJobId] = useState<string | null>(null);
  const [newsOf, setNewsOf] = useState<Readonly<Record<string, PdfNews>>>({});
  const [pdf, setPdf] = useState<Blob | null>(null);
  const [error, setError] = useState<TillError | null>(null);
  // News may come before the answer that names the job.
  useNews(api.receipt.pdfProgress, (news) => setNewsOf((known) => ({ ...known, [news.jobId]: news })));
  const news = jobId === null ? undefined : newsOf[jobId];
  const asked = useRef(what);
  useEffect(() => {
    let id: string | null = null;
    let hasLeft = false;
    const begin = async () => {
      const answer = await api.receipt.startPdf({ what: asked.current });
      if (!answer.ok) return setError(answer.error);
      id = answer.data.jobId;
      if (hasLeft) void api.receipt.cancelPdf({ jobId: id });
      else setJobId(id);
    };
    void begin();
    return () => {
      hasLeft = true;
      if (id !== null) void api.receipt.cancelPdf({ jobId: id });
    };
  }, []);
  const isMade = news?.state === 'ready';
  useEffect(() => {
    if (!isMade || jobId === null) return;
    const fetchIt = async () => {
      const answer = await fetchPdf(jobId);
      if (answer.ok) setPdf(answer.data);
      else setError(answer.error);
    };
    void fetchIt();
  }, [isMade, jobId]);
  const cancel = useCallback(() => {
    if (jobId !== null) void api.receipt.cancelPdf({ jobId });
  }, [jobId]);
  return { state: stateOf(news, pdf, error), cancel };
}

function stateOf(news: PdfNews | undefined, pdf: Blob | null, error: TillError | null): PdfJobState {
  if (error !== null) return { kind: 'refused', error };
  if (news === undefined) return { kind: 'starting' };
  if (pdf !== null) return { kind: 'ready', news, pdf };
  if (isOver(news)) return { kind: 'ended', news };
  return { kind: news.state === 'ready' ? 'fetching' : 'making', news };
}
