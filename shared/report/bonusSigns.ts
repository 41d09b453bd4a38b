/** Which patterns in bonus are worth the owner's look: counted against what is usual here, never accused. */

/** How often one person at the till and one customer met. */
export interface Meeting {
  readonly personId: string;
  readonly customerId: string;
  readonly times: number;
}

/** A count that stands out, with what would be usual. */
export interface Standing<Subject> {
  readonly of: Subject;
  readonly times: number;
  readonly usualTimes: number;
}

/** Fewer are chance. */
const fewestMeetings = 8;
const fewestByPerson = 5;
/** So many times what is usual is far above it. */
const farAbove = 3;
/** Nobody comes so often in a day by chance. */
export const manyInADay = 5;

/**
 * Cards that one person rings up nearly always although others sell as well: four in five of the card's receipts, and at
 * least twice that person's part of all receipts. A cashier's own card, or a relative's, looks like this.
 *
 * | person rings up of all | the card's receipts | with that person | sign                   |
 * |------------------------|---------------------|------------------|------------------------|
 * | 30 %                   | 20                  | 19               | yes, usual are 6       |
 * | 30 %                   | 20                  | 12               | no: others do too      |
 * | 90 %                   | 20                  | 20               | no: hardly anyone else |
 * | 30 %                   | 7                   | 7                | no: too few            |
 */
export function sameCashierAndCard(meetings: readonly Meeting[]): readonly Standing<Meeting>[] {
  const all = sumBy(meetings, () => '').get('') ?? 0;
  const byPerson = sumBy(meetings, ({ personId }) => personId);
  const byCustomer = sumBy(meetings, ({ customerId }) => customerId);
  return meetings.flatMap((meeting) => {
    const ofCustomer = byCustomer.get(meeting.customerId) ?? 0;
    const ofPerson = byPerson.get(meeting.personId) ?? 0;
    const isOften = meeting.times >= fewestMeetings && meeting.times * 5 >= ofCustomer * 4;
    // times / ofCustomer ≥ 2 × ofPerson / all, without a fraction.
    const isUnlikely = meeting.times * all >= 2 * ofPerson * ofCustomer;
    if (!isOften || !isUnlikely) return [];
    const usualTimes = Math.round((ofCustomer * ofPerson) / all);
    return [{ of: meeting, times: meeting.times, usualTimes }];
  });
}

/** How often each person did something. */
export interface Doing {
  readonly personId: string;
  readonly times: number;
}

/**
 * People who do something at least three times as often as the others do on average, and at least five times. Alone at the
 * till nobody stands out.
 *
 * | people and times | sign                          |
 * |------------------|-------------------------------|
 * | 12, 2, 4         | the first; usual are 3        |
 * | 12, 5, 5         | none                          |
 * | 40               | none: there is no one else    |
 */
export function farMoreThanOthers(
  doings: readonly Doing[],
  peopleWhoSell: number,
): readonly Standing<Doing>[] {
  if (peopleWhoSell < 2) return [];
  const all = doings.reduce((sum, { times }) => sum + times, 0);
  return doings.flatMap((doing) => {
    const usual = (all - doing.times) / (peopleWhoSell - 1);
    if (doing.times < fewestByPerson || doing.times < farAbove * usual) return [];
    return [{ of: doing, times: doing.times, usualTimes: Math.round(usual) }];
  });
}

/** Pairs that met for something rare at least so often, and three times as often as such pairs do on average. */
export function rareMeetings(meetings: readonly Meeting[], fewest: number): readonly Standing<Meeting>[] {
  const all = meetings.reduce((sum, { times }) => sum + times, 0);
  return meetings.flatMap((meeting) => {
    const others = meetings.length - 1;
    const usual = others === 0 ? 0 : (all - meeting.times) / others;
    if (meeting.times < fewest || meeting.times < farAbove * usual) return [];
    return [{ of: meeting, times: meeting.times, usualTimes: Math.round(usual) }];
  });
}

function sumBy(meetings: readonly Meeting[], key: (meeting: Meeting) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const meeting of meetings) sums.set(key(meeting), (sums.get(key(meeting)) ?? 0) + meeting.times);
  return sums;
}
