/** A document: what happened at the till once and for ever. Corrections are new documents. */
import type { Som } from '../money.ts';
import type { BusinessDay, Instant } from '../time.ts';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export const documentKinds = [
  'shopStarted',
  'sale',
  'shiftOpened',
  'shiftClosed',
  'saleAttached',
  'reprint',
  'giftReceipt',
  'settingsChanged',
  'personAdded',
  'secretChanged',
  'recovery',
  'logIn',
  'logInUnlocked',
  'printerSaved',
  'printerMadeDefault',
  'printerRemoved',
  'drawerTried',
  'productSaved',
  'categorySaved',
  'brandSaved',
  'tagsPrinted',
  'customerCreated',
  'customerChanged',
  'customerErased',
  'wordsForgotten',
  'consentGiven',
  'consentWithdrawn',
  'consentPaper',
  'personExported',
  'cardsIssued',
  'promotionSaved',
  'promotionState',
  'promotionRemoved',
  'couponSeriesSaved',
  'couponGoodwill',
  'couponGiven',
  'couponVoided',
  'couponBatchBegun',
  'couponBatchClosed',
  'couponsPrinted',
  'partnerCodesRunOut',
  'partnerSaved',
  'partnerCodesImported',
  'partnerGoodsGiven',
  'partnerSettled',
  'referralCodeMade',
  'referral',
  'referralTakenBack',
  'offerMade',
  'logoChanged',
  'discountApproved',
  'lineRemoved',
  'basketCleared',
  'bonusExpired',
  'customerMerged',
  'customerUnmerged',
  'customersDistinct',
  'factNoted',
  'factRemoved',
  'householdSaved',
  'segmentRemoved',
  'firmSaved',
  'firmRemoved',
  'segmentSaved',
  'cardBlocked',
  'cardReplaced',
  'corrected',
  'correctionsSeen',
  'programmeSaved',
  'programmeRules',
  'tiersSaved',
  'deedSaved',
  'deedGiven',
  'giftGiven',
  'giftsSeen',
  'bonusPaidOut',
  'bonusDonated',
  'stampCardSaved',
  'challengeSaved',
  'gameReward',
  'gameRewardTakenBack',
  'drawSaved',
  'drawHeld',
  'prizeHanded',
  'contestSaved',
  'contestEntered',
  'contestJudged',
  'contestClosed',
  'fundSaved',
  'fundSponsored',
  'fundPaid',
  'giftCardSold',
  'giftCardToppedUp',
  'giftCardChanged',
  'creditLimitSet',
  'debtNoted',
  'debtRepaid',
  'debtForgiven',
  'debtDueChanged',
  'debtStatement',
  'goodsTakenBack',
  'goodsTakenBackLoose',
  'exchange',
  'shelfPriceTaken',
  'basketsMerged',
  'basketSplit',
  'quotePrinted',
  'personChanged',
  'personLeft',
  'personCameBack',
  'badgeGiven',
  'badgeTaken',
  'permissionChanged',
  'skillTicked',
  'planChanged',
  'ownerPeeked',
  'cashMoved',
  'cashCounted',
  'drawerOpened',
  'noteWritten',
  'checklistSaved',
  'exported',
  'archiveMade',
  'inspectionShown',
  'clockMoved',
  'journalReapplied',
  'monthClosed',
  'monthReopened',
  'expenseNoted',
  'imported',
  'importUndone',
  'customerDay',
  'labelsOrdered',
  'customerCard',
  'stampCard',
  'feedbackNoted',
  'complaintOpened',
  'complaintStep',
  'apologyGiven',
  'answerTemplateSaved',
  'answerTemplateRemoved',
  'contactNoted',
  'wishNoted',
  'wishMoved',
  'wishTold',
  'orderTaken',
  'orderStep',
  'orderDeposit',
  'orderDepositBack',
  'orderSlip',
  'taskPlanned',
  'taskTried',
  'taskMoved',
  'taskDropped',
  'pollSaved',
  'pollAnswered',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** What followers of lower rooms may know of a document; `content` is the whole of it, persons by id only. */
export interface TillDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly tillId: string;
  readonly personId: string | null;
  readonly approverId: string | null;
  readonly businessDay: BusinessDay;
  readonly at: Instant;
  /** The customer whose figures it changes. */
  readonly customerId: string | null;
  /** Money paid for goods, bonus not counted: what a customer's own figures add up. */
  readonly paidSom: Som;
  readonly content: JsonValue;
}

/** Documents by which one customer becomes another: an instant card that joins its owner, two that are one person. */
const joiningKinds: ReadonlySet<string> = new Set(['customerChanged', 'customerMerged']);

/** The customer who has become the document's customer, with everything kept for them; null when nobody has. */
export function formerCustomerOf({ kind, content }: Pick<TillDocument, 'kind' | 'content'>): string | null {
  if (!joiningKinds.has(kind) || typeof content !== 'object' || content === null) return null;
  const formerId = 'fromCustomerId' in content ? content.fromCustomerId : null;
  return typeof formerId === 'string' ? formerId : null;
}

/** A merge that is taken back. */
export interface PartedCustomer {
  readonly mergeId: string;
  readonly formerId: string;
}

/** Who becomes a customer of their own again by the document, and by which merge they were another; null for no one. */
export function partedCustomerOf({
  kind,
  content,
}: Pick<TillDocument, 'kind' | 'content'>): PartedCustomer | null {
  if (kind !== 'customerUnmerged' || typeof content !== 'object' || content === null) return null;
  const { mergeId, fromCustomerId } = content as {
    readonly mergeId?: unknown;
    readonly fromCustomerId?: unknown;
  };
  if (typeof mergeId !== 'string' || typeof fromCustomerId !== 'string') return null;
  return { mergeId, formerId: fromCustomerId };
}
