/** Which documents the owner should see first, and what is told of them: ids and amounts, never words or names. */
import type { JsonValue, TillDocument } from './document.ts';

export const attentionKinds = [
  'clockMoved',
  'timeZoneChanged',
  'journalReapplied',
  'journalTailLost',
  'journalFolderGone',
  'personLeft',
  'permissionChanged',
  'badgeGiven',
  'recovery',
  'logInUnlocked',
  'shiftDifference',
  'shiftLate',
  'returnedLate',
  'returnedOtherwise',
  'returnWithheld',
  'returnedLoose',
  'correctedAlone',
  'monthReopened',
  'shelfPrices',
  'drawerOpened',
  'complaintEscalated',
  'apologyAlone',
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

export type AttentionData = { readonly [name: string]: string | number | boolean | null };

export interface Attention {
  readonly kind: AttentionKind;
  readonly data: AttentionData;
  /** Counted in one row for the whole day: how much each document adds to the amount. */
  readonly daily: { readonly amountSom: number } | null;
}

type Content = { readonly [name: string]: JsonValue | undefined };

const contentOf = ({ content }: TillDocument): Content =>
  typeof content === 'object' && content !== null && !Array.isArray(content) ? (content as Content) : {};

const amountIn = (content: Content, name: string): number => {
  const value = content[name];
  return typeof value === 'number' ? value : 0;
};

const dayIn = (content: Content, name: string): string => {
  const value = content[name];
  return typeof value === 'string' ? value : '';
};

/** Numbers, ids and yes or no of a content by their names; whatever else stands there is left out. */
function picked(content: Content, ...names: readonly string[]): AttentionData {
  const found: Record<string, string | number | boolean | null> = {};
  for (const name of names) {
    const value = content[name];
    if (value !== undefined && (value === null || typeof value !== 'object')) found[name] = value;
  }
  return found;
}

const once = (kind: AttentionKind, data: AttentionData): Attention => ({ kind, data, daily: null });

const counted = (kind: AttentionKind, amountSom: number): Attention => ({
  kind,
  data: {},
  daily: { amountSom },
});

type Rule = (content: Content) => readonly (Attention | false)[];

const same =
  (kind: AttentionKind, ...names: readonly string[]): Rule =>
  (content) => [once(kind, picked(content, ...names))];

/**
 * | document               | the owner sees it when                                                                |
 * |------------------------|---------------------------------------------------------------------------------------|
 * | shiftClosed            | the drawer, or a terminal, differed by more than the limit; it was closed on a later day |
 * | goodsTakenBack         | after the return window, in another way than it was paid, or with bonus withheld       |
 * | corrected, apologyGiven | nobody stood beside whoever did it                                                    |
 * | complaintStep          | nobody answered and four hours are left                                                |
 * | settingsChanged        | the time zone changed                                                                  |
 * | shelfPriceTaken, drawerOpened | always, in one row for the day                                                  |
 * | the rest of `rules`    | always                                                                                 |
 */
const rules: Readonly<Partial<Record<TillDocument['kind'], Rule>>> = {
  clockMoved: same('clockMoved', 'from', 'to', 'how'),
  journalReapplied: (content) => [
    amountIn(content, 'count') > 0 && once('journalReapplied', picked(content, 'from', 'to', 'count')),
    amountIn(content, 'lostTo') > 0 && once('journalTailLost', picked(content, 'to', 'lostTo')),
    content.lostTo === 0 && once('journalTailLost', picked(content, 'to', 'lostTo')),
  ],
  settingsChanged: ({ changes }) => {
    const zone =
      typeof changes === 'object' && changes !== null && 'timeZone' in changes ? changes.timeZone : null;
    return [zone !== null && once('timeZoneChanged', picked((zone ?? {}) as Content, 'before', 'after'))];
  },
  personLeft: same('personLeft', 'personId'),
  permissionChanged: same('permissionChanged', 'action', 'role', 'isAllowed'),
  badgeGiven: same('badgeGiven', 'personId'),
  recovery: same('recovery', 'personId'),
  logInUnlocked: same('logInUnlocked', 'personId'),
  monthReopened: same('monthReopened', 'month'),
  shiftClosed: (content) => [
    content.isAboveLimit === true &&
      once('shiftDifference', {
        ...picked(content, 'number', 'isAlone'),
        differenceSom: largestDifference(content),
      }),
    dayIn(content, 'closedOn') > dayIn(content, 'shiftDay') &&
      once('shiftLate', picked(content, 'number', 'shiftDay', 'closedOn')),
  ],
  goodsTakenBack: (content) => [
    content.isLate === true && once('returnedLate', ofReturn(content)),
    content.isOtherwise === true && once('returnedOtherwise', ofReturn(content)),
    amountIn(content, 'withheldSom') > 0 && once('returnWithheld', ofReturn(content)),
  ],
  goodsTakenBackLoose: same('returnedLoose', 'number', 'netSom'),
  corrected: (content) => [
    content.isAlone === true && once('correctedAlone', picked(content, 'amountSom', 'account')),
  ],
  shelfPriceTaken: (content) => [counted('shelfPrices', amountIn(content, 'lossSom'))],
  drawerOpened: () => [counted('drawerOpened', 0)],
  complaintStep: (content) => [
    content.step === 'escalated' && once('complaintEscalated', picked(content, 'complaintId', 'number')),
  ],
  apologyGiven: (content) => [
    content.isAlone === true && once('apologyAlone', picked(content, 'complaintId', 'number', 'amountSom')),
  ],
};

/** Of the drawer and the terminals the one that was the furthest off: a drawer that is right hides no terminal. */
function largestDifference(content: Content): number {
  const terminals = Array.isArray(content.terminals) ? content.terminals : [];
  const differences = terminals.map((terminal) => {
    const { expectedSom, toldSom } = (terminal ?? {}) as Content;
    return typeof expectedSom === 'number' && typeof toldSom === 'number' ? toldSom - expectedSom : 0;
  });
  return differences.reduce(
    (most, each) => (Math.abs(each) > Math.abs(most) ? each : most),
    amountIn(content, 'differenceSom'),
  );
}

const ofReturn = (content: Content): AttentionData =>
  picked(content, 'number', 'receipt', 'netSom', 'withheldSom');

/** What the owner should see of a document; nothing of most. */
export function attentionOf(document: TillDocument): readonly Attention[] {
  const rule = rules[document.kind];
  if (rule === undefined) return [];
  return rule(contentOf(document)).filter((each): each is Attention => each !== false);
}
