/** What the till answers about a day. */
import type { Api } from '../app/api.ts';

export type DayReport = Extract<Awaited<ReturnType<Api['report']['today']>>, { readonly ok: true }>['data'];
