/** Wrong attempts to log in, counted in the database before a secret is looked at, so that no restart forgets them. */
import type { Kysely, Transaction } from 'kysely';
import {
  countAttempt,
  type LogInAttempts,
  type LogInGate,
  logInGate,
  noAttempts,
  settleClock,
  triesLeft,
} from '../../shared/staff/pinDelay.ts';
import type { Instant } from '../../shared/time.ts';
import type { Tables } from '../database/tables.ts';
import { transact } from '../database/transact.ts';
import { secretHashOf } from './queries.ts';
import { nobodysHash, verifySecret } from './secrets.ts';

type Trx = Transaction<Tables>;

/**
 * Whose attempts are counted: a person's id, or one of these. The recovery code is the last way in and too long to
 * guess: wrong ones make everybody wait, but never lock it, or a stranger at the till could shut the owner out for good.
 */
export const recoverySubject = 'recovery';
/** Everybody who does not exist shares one count. */
export const strangerSubject = 'stranger';
/** Badges share one count, because nobody says whose a wrong one is; wrong ones hold up badges and no PIN. */
export const badgeSubject = 'badge';

export type Checked =
  | { readonly kind: 'right' }
  /** `triesLeft` may still be made before the first wait. */
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | Exclude<LogInGate, { readonly kind: 'open' }>;

/**
 * Counts the attempt, then looks at the secret; where somebody must wait it is not looked at. An attempt that becomes the
 * reason to wait is answered with the wait. A right secret leaves its count standing: `forgetAttempts` belongs into the
 * transaction of what the secret allows.
 */
export async function checkSecret(
  db: Kysely<Tables>,
  attempt: {
    readonly subject: string;
    readonly secret: string;
    /** What is stored; undefined takes as long and is always wrong. */
    readonly hash: string | undefined;
    readonly now: Instant;
  },
): Promise<Checked> {
  const { subject, secret, hash, now } = attempt;
  return checkAttempt(
    db,
    { subject, now },
    async () => (await verifySecret(secret, hash ?? nobodysHash)) && hash !== undefined,
  );
}

/** Counts the attempt, then asks whether it is right, as `checkSecret` does for what is no PIN and no password. */
export async function checkAttempt(
  db: Kysely<Tables>,
  { subject, now }: { readonly subject: string; readonly now: Instant },
  isRight: () => Promise<boolean>,
): Promise<Checked> {
  const { gate, attempts } = await transact(db, (trx) => passGate(trx, subject, now));
  if (gate.kind !== 'open') return gate;
  if (await isRight()) return { kind: 'right' };
  const next = logInGate(attempts, now);
  return next.kind === 'open' ? { kind: 'wrong', triesLeft: triesLeft(attempts) } : next;
}

/** Answers what stands in the way; where nothing does, one more attempt is counted. */
async function passGate(
  trx: Trx,
  subject: string,
  now: Instant,
): Promise<{ readonly gate: LogInGate; readonly attempts: LogInAttempts }> {
  const before = await attemptsOf(trx, subject);
  const settled = settleClock(before, now);
  const gate = logInGate(settled, now);
  const attempts = gate.kind === 'open' ? counted(subject, settled, now) : settled;
  if (attempts !== before) await keepAttempts(trx, subject, attempts, now);
  return { gate, attempts };
}

/** What is too long to guess makes everybody wait and is never locked; eight wrong ones: four minutes. */
const neverLocked: ReadonlySet<string> = new Set([recoverySubject, badgeSubject]);
const mostCounted = 8;

function counted(subject: string, before: LogInAttempts, now: Instant): LogInAttempts {
  const attempts = countAttempt(before, now);
  if (!neverLocked.has(subject)) return attempts;
  return { ...attempts, wrongCount: Math.min(attempts.wrongCount, mostCounted) };
}

async function attemptsOf(trx: Trx, subject: string): Promise<LogInAttempts> {
  const row = await trx
    .selectFrom('log_in_attempt')
    .select(['wrong_count', 'last_wrong_at'])
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row === undefined
    ? noAttempts
    : { wrongCount: row.wrong_count, lastWrongAt: row.last_wrong_at as Instant };
}

async function keepAttempts(trx: Trx, subject: string, attempts: LogInAttempts, now: Instant): Promise<void> {
  const counts = { wrong_count: attempts.wrongCount, last_wrong_at: attempts.lastWrongAt ?? now };
  await trx
    .insertInto('log_in_attempt')
    .values({ subject, ...counts })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(counts))
    .execute();
}

/** Counts an attempt of a person and looks at the secret; all who do not exist share one count. */
export async function checkPerson(
  db: Kysely<Tables>,
  { personId, secret }: { readonly personId: string; readonly secret: string },
  now: Instant,
): Promise<Checked> {
  const hash = await secretHashOf(db, personId);
  const subject = hash === undefined ? strangerSubject : personId;
  return checkSecret(db, { subject, secret, hash, now });
}

/** Lets somebody begin anew with all tries. */
export async function forgetAttempts(trx: Trx, subject: string): Promise<void> {
  await trx.deleteFrom('log_in_attempt').where('subject', '=', subject).execute();
}
