/** What is known of a complaint before anybody has typed a word. */
import type { ComplaintTopic } from '../../shared/service/complaint.ts';

export interface ComplaintStart {
  readonly customer: { readonly id: string; readonly name: string } | null;
  /** The receipt that is offered until another is scanned; null without one. */
  readonly saleId: string | null;
  readonly topic: ComplaintTopic | null;
  readonly words: string;
}

export const emptyStart: ComplaintStart = { customer: null, saleId: null, topic: null, words: '' };
