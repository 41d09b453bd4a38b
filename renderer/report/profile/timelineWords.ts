/** How an entry of a customer's timeline is told: what it was, and the program's own words about it. */
import { useTranslation } from 'react-i18next';
import type { TimelineEntry, TimelineKind } from '../../../shared/report/profileContract.ts';
import { useFormat } from '../../app/language.ts';

/** Where the words for the details of these kinds stand; all others have a place of their own. */
const wordsElsewhere: Partial<Record<TimelineKind, string>> = {
  deed: 'loyalty.deed.kind',
  gift: 'loyalty.gift.occasion',
  goodsBack: 'sale.return.reason',
  goodsBackLoose: 'sale.return.reason',
  wish: 'service.wish.state',
  order: 'service.order.step',
  factNoted: 'customer.fact.kind',
  factRemoved: 'customer.fact.kind',
  complaintAnswered: 'report.timeline.channel',
  contactIn: 'report.timeline.channel',
  contactOut: 'report.timeline.channel',
};

/** The number of these is no number of a paper. */
const scored: ReadonlySet<TimelineKind> = new Set<TimelineKind>(['feedback']);
/** The first detail of these is the kind of their document. */
const documented: ReadonlySet<TimelineKind> = new Set<TimelineKind>(['change', 'merged']);

export interface TimelineWords {
  readonly titleOf: (entry: TimelineEntry) => string;
  /** What the program has no words for is left out. */
  readonly detailsOf: (entry: TimelineEntry) => readonly string[];
}

export function useTimelineWords(): TimelineWords {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const wordOf = (kind: TimelineKind, detail: string): string => {
    const key = `${wordsElsewhere[kind] ?? `report.timeline.detail.${kind}`}.${detail}`;
    return i18n.exists(key) ? t(key) : '';
  };
  return {
    titleOf: ({ kind, number, details }) => {
      const document = documented.has(kind) ? `report.documentKind.${details[0]}` : '';
      if (document !== '' && i18n.exists(document)) return t(document);
      const title = t(`report.timeline.kind.${kind}`);
      if (number === null) return title;
      return scored.has(kind) ? `${title}: ${format.number(number)}` : `${title} № ${number}`;
    },
    detailsOf: ({ kind, details }) =>
      details
        .slice(documented.has(kind) ? 1 : 0)
        .map((detail) => wordOf(kind, detail))
        .filter((word) => word !== ''),
  };
}
