/** Planted defects of printing: what the test of a thousand papers must catch, or it proves nothing. Never part of the product. */
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../electron/database/tables.ts';
import type { PrinterReply } from '../../shared/receipt/replies.ts';
import type { Fault } from '../receipt/faultyPrinter.ts';

/**
 * | defect            | what it does                                                       | rule that must find it |
 * |-------------------|--------------------------------------------------------------------|------------------------|
 * | retryAfterByte    | tries a paper again that broke off after its first byte            | once                   |
 * | againAfterRestart | puts what was being sent when the till died back into the queue    | once                   |
 * | tornWithoutMark   | prints the copy of a torn paper like the original                  | once                   |
 * | lostAfterRestart  | gives up what was being sent when the till died                    | settled                |
 * | callsItPrinted    | takes every doubtful paper for a printed one                       | honest                 |
 * | blockedGoesBack   | puts a paper that waits for its printer behind the others          | order                  |
 */
const inTheSpool = {
  retryAfterByte: `after update on print_job when new.state = 'unknown' and new.last_error != 'interrupted' begin
    update print_job set state = 'retry_wait', next_at = null where id = new.id; end`,
  againAfterRestart: `after update on print_job when new.state = 'unknown' and new.last_error = 'interrupted' begin
    update print_job set state = 'queued', next_at = null where id = new.id; end`,
  tornWithoutMark: `after insert on print_job when new.purpose = 'copy' begin
    update print_job set blocks_json = (select blocks_json from print_job as o where o.document_id = new.document_id
      and o.purpose = 'original' and o.kind = 'paper') where id = new.id; end`,
  lostAfterRestart: `after update on print_job when new.state = 'unknown' and new.last_error = 'interrupted' begin
    update print_job set state = 'cancelled' where id = new.id; end`,
  callsItPrinted: `after update on print_job when new.state = 'unknown' begin
    update print_job set state = 'printed' where id = new.id; end`,
  blockedGoesBack: `after update on print_job when new.state in ('blocked', 'retry_wait') and new.created_at < '2030' begin
    update print_job set created_at = '2099' || substr(new.created_at, 5) where id = new.id; end`,
} as const;
export type SpoolDefect = keyof typeof inTheSpool;

/** The faults that bring each defect out, and the rule that must find it. */
export const spoolDefects: readonly {
  readonly defect: SpoolDefect;
  readonly faults: readonly Fault[];
  readonly rule: string;
}[] = [
  { defect: 'retryAfterByte', faults: ['powerCutInJob', 'powerCutAtEnd', 'mute'], rule: 'once' },
  { defect: 'againAfterRestart', faults: ['slowReader', 'lateBarrier'], rule: 'once' },
  { defect: 'tornWithoutMark', faults: ['powerCutInJob', 'paperEndsInJob'], rule: 'once' },
  { defect: 'lostAfterRestart', faults: ['slowReader', 'lateBarrier'], rule: 'settled' },
  { defect: 'callsItPrinted', faults: ['powerCutInJob'], rule: 'honest' },
  { defect: 'blockedGoesBack', faults: ['paperOut', 'coverOpen', 'hangsUp'], rule: 'order' },
];

/** Planted as a trigger: the till's own code stays as it is, and what it writes becomes something else. */
export async function plantInSpool(db: Kysely<Tables>, defect: SpoolDefect): Promise<void> {
  await sql.raw(`create trigger planted ${inTheSpool[defect]}`).execute(db);
}

/** Takes any byte without the fixed bits of other answers for "there is paper", also in the middle of an answer of another kind. */
export function hastyReader(): (byte: number) => readonly PrinterReply[] {
  return (byte) => {
    if ((byte & 0x93) === 0x12) return [{ kind: 'status', byte }];
    if ((byte & 0x90) === 0) return [{ kind: 'paper', isOut: (byte & 0x0c) !== 0 }];
    return [];
  };
}

/** Asks about every job under the same id, so that the answer to another job is one to this. */
export const idOfEveryJob = (): string => 'AAAA';
