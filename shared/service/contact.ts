/** The ways in which customers and shop speak, and when a question that came in has its answer. */
import type { Instant } from '../time.ts';
import { type Clock, clockOf } from './responseClock.ts';

export const channels = [
  'shop',
  'phone',
  'telegram',
  'instagram',
  'facebook',
  'tiktok',
  'sms',
  'email',
] as const;
export type Channel = (typeof channels)[number];

export const directions = ['in', 'out'] as const;
export type Direction = (typeof directions)[number];

/** Something a customer asked, and the first answer of a person to it. */
export interface AskedContact {
  readonly direction: Direction;
  /** Whoever said it waits for an answer; thanks and news do not. */
  readonly isQuestion: boolean;
  readonly at: Instant;
  readonly answeredAt: Instant | null;
}

/**
 * The clock of a contact (responseClock.ts); null for what nobody waits for an answer to.
 *
 * | contact                         | clock          |
 * |---------------------------------|----------------|
 * | a call from us                  | none           |
 * | "thank you" from a customer     | none           |
 * | a question at 09:00, answer 10:00 | answeredInTime |
 * | a question, nobody answered     | runs           |
 */
export function clockOfContact(contact: AskedContact, now: Instant): Clock | null {
  if (contact.direction !== 'in' || !contact.isQuestion) return null;
  const { answeredAt } = contact;
  return clockOf(contact.at, answeredAt === null ? [] : [{ at: answeredAt, by: 'person' }], now);
}

/** Why a contact takes no answer: it was ours, or nobody asked anything. More answers than one are good. */
export function answerFault(contact: Pick<AskedContact, 'direction' | 'isQuestion'>): 'NotAQuestion' | null {
  return contact.direction === 'in' && contact.isQuestion ? null : 'NotAQuestion';
}
