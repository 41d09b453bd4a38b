/** The picture and the page of every kind of entry in a customer's timeline. */
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconBulb,
  IconCash,
  IconChecklist,
  IconCircleCheck,
  IconEdit,
  IconGift,
  IconGiftCard,
  IconHeartHandshake,
  IconLink,
  IconMessageCircle,
  IconMessageOff,
  IconNotebook,
  IconNotes,
  IconNotesOff,
  IconPencil,
  IconPhoneOutgoing,
  IconReceipt,
  IconRotate,
  IconShieldCheck,
  IconStar,
  IconTicket,
  IconTruckDelivery,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { TimelineEntry, TimelineKind, TimelineTarget } from '../../../shared/report/profileContract.ts';

interface Look {
  readonly Picture: ComponentType<{ readonly size: number; readonly 'aria-hidden': 'true' }>;
  /** good: it came in · bad: somebody was let down · plain: a note. */
  readonly tone: 'good' | 'bad' | 'plain';
}

const looks: Readonly<Record<TimelineKind, Look>> = {
  purchase: { Picture: IconReceipt, tone: 'good' },
  purchaseAttached: { Picture: IconLink, tone: 'good' },
  goodsBack: { Picture: IconArrowBackUp, tone: 'bad' },
  goodsBackLoose: { Picture: IconArrowBackUp, tone: 'bad' },
  couponGiven: { Picture: IconTicket, tone: 'plain' },
  couponUsed: { Picture: IconTicket, tone: 'good' },
  deed: { Picture: IconGift, tone: 'good' },
  corrected: { Picture: IconPencil, tone: 'plain' },
  debtTaken: { Picture: IconNotebook, tone: 'bad' },
  debtPaid: { Picture: IconCash, tone: 'good' },
  giftCard: { Picture: IconGiftCard, tone: 'good' },
  change: { Picture: IconEdit, tone: 'plain' },
  merged: { Picture: IconUsersGroup, tone: 'plain' },
  consentGiven: { Picture: IconShieldCheck, tone: 'plain' },
  consentWithdrawn: { Picture: IconMessageOff, tone: 'plain' },
  factNoted: { Picture: IconNotes, tone: 'plain' },
  factRemoved: { Picture: IconNotesOff, tone: 'plain' },
  complaintOpened: { Picture: IconAlertTriangle, tone: 'bad' },
  complaintAnswered: { Picture: IconMessageCircle, tone: 'plain' },
  complaintClosed: { Picture: IconCircleCheck, tone: 'good' },
  complaintReopened: { Picture: IconRotate, tone: 'bad' },
  apology: { Picture: IconHeartHandshake, tone: 'plain' },
  feedback: { Picture: IconStar, tone: 'plain' },
  gift: { Picture: IconGift, tone: 'good' },
  contactIn: { Picture: IconMessageCircle, tone: 'plain' },
  contactOut: { Picture: IconPhoneOutgoing, tone: 'plain' },
  wish: { Picture: IconBulb, tone: 'plain' },
  order: { Picture: IconTruckDelivery, tone: 'plain' },
  task: { Picture: IconChecklist, tone: 'plain' },
};

export const lookOf = (kind: TimelineKind): Look => looks[kind];

const pages: Readonly<Record<TimelineTarget, (id: string) => string>> = {
  sale: (id) => `/receipts/${id}`,
  complaint: (id) => `/service/complaints/${id}`,
};

/** Where an entry leads to; null for one that has no page. */
export function addressOf(link: TimelineEntry['link']): string | null {
  return link === null ? null : pages[link.to](link.id);
}
