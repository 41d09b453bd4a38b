/** The person of the fault test, who looks at every doubtful paper, and the customers who ask for one that never came. */
import { printAgain } from '../../electron/receipt/papersVerbs.ts';
import { spoolVerbs } from '../../electron/receipt/verbsOfJobs.ts';
import type { PrintingFacts } from './printingFacts.ts';
import { sheetOf } from './printingSheets.ts';

export interface PrintingPerson {
  /** Says of every doubtful paper what there is, and prints again what came out nowhere. */
  readonly look: () => Promise<void>;
  /** Sends a few papers that wait to another printer. */
  readonly moveSome: () => Promise<void>;
}

export function printingPerson(
  { world, printers, random, counts, skipped, moved, now }: PrintingFacts,
  wake: () => void,
): PrintingPerson {
  const { db } = world;
  const parts = { printQueue: { wake, settle: async () => {}, stop: async () => {} } };
  const verbs = spoolVerbs(parts);
  const again = printAgain(parts);

  /** What lies whole beside the printers: `17 copy 0`, and `17` for any paper of that receipt. */
  function wholePapers(): ReadonlySet<string> {
    const sheets = printers.flatMap(({ printer }) => printer.sheets.map(sheetOf));
    const whole = sheets.filter(({ isWhole }) => isWhole);
    return new Set(whole.flatMap(({ number, copyNumber }) => [`${number} copy ${copyNumber}`, `${number}`]));
  }

  const asked = <T>(call: Promise<T>): Promise<T> => {
    world.setClock(now());
    return call;
  };

  async function look(): Promise<void> {
    const doubtful = await db.selectFrom('print_job').selectAll().where('state', '=', 'unknown').execute();
    const whole = wholePapers();
    for (const job of doubtful) {
      counts.looks += 1;
      const number = Number(job.document_id.slice('sale-'.length));
      const isOut = job.kind === 'drawer' || whole.has(`${number} copy ${job.copy_number}`);
      const gaveUp = !isOut && random.chance(0.03);
      const answer = isOut ? 'whole' : gaveUp ? 'skip' : 'torn';
      if (gaveUp) skipped.add(number);
      if (answer === 'torn') counts.torn += 1;
      await asked(world.ask(verbs.resolveJob, { jobId: job.id, answer }, 'cashier'));
    }
    if (doubtful.length === 0) await askForMissing();
  }

  /** What a printer without a word never confirmed, and what came out nowhere. */
  async function askForMissing(): Promise<void> {
    const silent = await db
      .selectFrom('print_job')
      .select('document_id')
      .distinct()
      .where('state', '=', 'sent_unconfirmed')
      .where('kind', '=', 'paper')
      .execute();
    const whole = wholePapers();
    for (const { document_id: documentId } of silent) {
      const number = Number(documentId.slice('sale-'.length));
      if (whole.has(`${number}`) || skipped.has(number)) continue;
      counts.copies += 1;
      await asked(world.ask(again, { documentKind: 'sale', documentId }, 'cashier'));
    }
  }

  async function moveSome(): Promise<void> {
    const waiting = await db
      .selectFrom('print_job')
      .select('id')
      .where('state', '=', 'queued')
      .where('kind', '=', 'paper')
      .limit(40)
      .execute();
    for (const { id } of waiting) {
      if (!random.chance(0.05)) continue;
      moved.add(id);
      const move = world.ask(verbs.moveJob, { jobId: id, printerId: random.oneOf(printers).id }, 'cashier');
      // The printer may have begun with it meanwhile.
      await asked(move).then(
        () => {
          counts.moves += 1;
        },
        () => {},
      );
    }
  }

  return { look, moveSome };
}
