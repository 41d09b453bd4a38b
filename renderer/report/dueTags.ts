/** The tags that must be printed on a day, and those among them that somebody left out. */
import { useState } from 'react';
import type { BusinessDay } from '../../shared/time.ts';
import type { TillError } from '../app/answer.ts';
import { api } from '../app/api.ts';
import { useTill } from '../app/useTill.ts';
import type { LabelsToPrint } from './PrintLabels.tsx';

export interface Due {
  readonly tags: readonly DueTag[];
  readonly items: readonly LabelsToPrint[];
  readonly leftOut: ReadonlySet<string>;
  readonly leaveOut: (leftOut: ReadonlySet<string>) => void;
  readonly isKnown: boolean;
  readonly error: TillError | null;
}

type Answered = Extract<Awaited<ReturnType<typeof api.report.priceTags>>, { ok: true }>;
export type DueTag = Answered['data']['tags'][number];

export function useDueTags(day: BusinessDay, isOn: boolean): Due {
  /** Left out rather than chosen: what becomes due while the page is open is printed too. */
  const [leftOut, leaveOut] = useState<ReadonlySet<string>>(new Set());
  const { data, error } = useTill(api.report.priceTags, { day }, { keepsLast: true, isOn });
  const tags = data?.tags ?? [];
  const items = tags
    .filter((tag) => !leftOut.has(tag.productId))
    .map(({ why: _, ...label }) => ({ label, copies: 1 }));
  return { tags, items, leftOut, leaveOut, isKnown: data !== undefined, error };
}
