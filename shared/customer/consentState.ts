/** What a person allows now, read from everything they ever agreed to and took back. */
import { type ConsentChannel, type ConsentSubject, consentChannels } from './consent.ts';

/** One line of the ledger: agreed or took back, what, and when (UTC instant). */
export interface ConsentEntry {
  readonly kind: 'given' | 'withdrawn';
  readonly subject: ConsentSubject;
  readonly at: string;
}

export interface ConsentState {
  /** The shop may keep what they told. */
  readonly profile: boolean;
  /** The shop may write or call by this channel. */
  readonly channels: Readonly<Record<ConsentChannel, boolean>>;
}

/**
 * The last word on each subject holds; of two words at the same moment the refusal does. Whoever takes back the profile
 * takes back everything said before, and giving it again brings no channel back: each is asked anew. The order of the
 * entries does not matter, their moments do. The law behind it stands in the wording (`consent.ts`).
 *
 * | told, one after the other                          | profile | sms | telegram |
 * |----------------------------------------------------|---------|-----|----------|
 * | nothing                                            | no      | no  | no       |
 * | profile                                            | yes     | no  | no       |
 * | profile, sms, telegram                             | yes     | yes | yes      |
 * | profile, sms, telegram, sms back                   | yes     | no  | yes      |
 * | profile, sms, sms back, sms                        | yes     | yes | no       |
 * | profile, sms, profile back                         | no      | no  | no       |
 * | profile, sms, profile back, profile                | yes     | no  | no       |
 * | profile, sms, profile back, profile, sms           | yes     | yes | no       |
 * | sms without a profile                              | no      | no  | no       |
 */
export function consentState(entries: readonly ConsentEntry[]): ConsentState {
  const endedAt = lastOf(entries, 'withdrawn', 'profile');
  const profile = lastOf(entries, 'given', 'profile') > endedAt;
  const channels = Object.fromEntries(
    consentChannels.map((channel) => {
      const given = lastOf(entries, 'given', channel);
      return [channel, profile && given > endedAt && given > lastOf(entries, 'withdrawn', channel)];
    }),
  ) as Record<ConsentChannel, boolean>;
  return { profile, channels };
}

/** The last moment of such an entry; empty, before all moments, when there is none. */
function lastOf(
  entries: readonly ConsentEntry[],
  kind: ConsentEntry['kind'],
  subject: ConsentSubject,
): string {
  return entries.reduce(
    (last, entry) => (entry.kind === kind && entry.subject === subject && entry.at > last ? entry.at : last),
    '',
  );
}

/** Whether a subject is allowed; `messages` asks for any channel. */
export function isAllowed(state: ConsentState, asked: ConsentSubject | 'messages'): boolean {
  if (asked === 'profile') return state.profile;
  if (asked === 'messages') return consentChannels.some((channel) => state.channels[channel]);
  return state.channels[asked];
}
