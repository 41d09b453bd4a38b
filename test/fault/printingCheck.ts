/** What must be true of every paper when the day is over, said as one line for each thing that is not. */

import type { PrintingFacts } from './printingFacts.ts';
import { sheetOf } from './printingSheets.ts';

type Job = Awaited<ReturnType<typeof jobsOf>>[number];

const jobsOf = ({ world }: PrintingFacts) =>
  world.db.selectFrom('print_job').selectAll().orderBy('created_at').orderBy('kind').orderBy('id').execute();

/**
 * | rule    | what it says                                                                                          |
 * |---------|-------------------------------------------------------------------------------------------------------|
 * | once    | no receipt stands on two sheets without the mark of a copy, not even on a torn one; no copy number twice |
 * | lost    | every receipt is whole on one sheet, unless a person gave it up                                        |
 * | honest  | what the till calls printed is whole; what a printer never confirmed is not called printed             |
 * | settled | no job is left that waits, is being sent, or nobody answered for                                       |
 * | order   | each printer printed in the order of the sales                                                         |
 * | history | the steps of each job lead from `queued` to its state without a gap                                    |
 * | drawer  | it was opened at most once for each sale that opens it                                                 |
 */
export async function faultsOfPapers(shop: PrintingFacts): Promise<readonly string[]> {
  const jobs = await jobsOf(shop);
  const papers = jobs.filter(({ kind }) => kind === 'paper');
  const sheets = shop.printers.flatMap(({ id, printer }) =>
    printer.sheets.map((text) => ({ printerId: id, ...sheetOf(text) })),
  );
  const seen = new Map<string, number>();
  for (const { number, copyNumber } of sheets) {
    if (number === null) continue;
    const name = `${number} copy ${copyNumber}`;
    seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const whole = new Set(
    sheets.filter((sheet) => sheet.isWhole).map((sheet) => `${sheet.number} ${sheet.copyNumber}`),
  );
  const wholeNumbers = new Set([...whole].map((name) => Number(name.split(' ')[0])));
  const pulses = shop.printers.reduce((sum, { printer }) => sum + printer.drawerPulses(), 0);
  const drawers = jobs.filter(({ kind }) => kind === 'drawer').length;
  return [
    ...[...seen]
      .filter(([, times]) => times > 1)
      .map(([name, times]) => `once: ${name} came out ${times} times`),
    ...papers.flatMap((job) => faultsOfPaper(job, shop, { whole, wholeNumbers })),
    ...shop.printers.flatMap(({ id, status }) => outOfOrder(status, id, papers, shop, sheets)),
    ...(await gapsInHistory(shop, jobs)),
    ...(pulses > drawers ? [`drawer: opened ${pulses} times for ${drawers} sales`] : []),
  ];
}

const numberOf = (job: Job): number => Number(job.document_id.slice('sale-'.length));

function faultsOfPaper(
  job: Job,
  { skipped, printers }: PrintingFacts,
  {
    whole,
    wholeNumbers,
  }: { readonly whole: ReadonlySet<string>; readonly wholeNumbers: ReadonlySet<number> },
): readonly string[] {
  const number = numberOf(job);
  const name = `${number} copy ${job.copy_number}`;
  const isOut = whole.has(`${number} ${job.copy_number}`);
  const status = printers.find(({ id }) => id === job.printer_id)?.status;
  const confirms = status === 'processId' || status === 'paperInTurn';
  const found: string[] = [];
  if (job.purpose === 'original' && !wholeNumbers.has(number) && !skipped.has(number))
    found.push(`lost: ${name}`);
  if (job.state === 'printed' && !isOut) found.push(`honest: ${name} is called printed`);
  if (job.state === 'printed' && !confirms && job.resolution !== 'whole') {
    found.push(`honest: ${name} is called printed by a printer that never says so`);
  }
  if (job.state === 'sent_unconfirmed' && confirms) found.push(`honest: nobody was asked about ${name}`);
  const settled = ['printed', 'sent_unconfirmed'].includes(job.state);
  const givenUp = job.state === 'cancelled' && (job.resolution === 'torn' || job.resolution === 'skipped');
  if (!settled && !givenUp) found.push(`settled: ${name} is ${job.state}`);
  return found;
}

/** The sheets of a printer that can be read, and that nobody sent there by hand, stand in the order of their jobs. */
function outOfOrder(
  name: string,
  printerId: string,
  papers: readonly Job[],
  { moved }: PrintingFacts,
  sheets: readonly {
    readonly printerId: string;
    readonly number: number | null;
    readonly copyNumber: number;
  }[],
): readonly string[] {
  const place = new Map(papers.map((job, at) => [`${numberOf(job)} ${job.copy_number}`, { at, id: job.id }]));
  let highest = -1;
  const found: string[] = [];
  for (const sheet of sheets.filter((each) => each.printerId === printerId && each.number !== null)) {
    const job = place.get(`${sheet.number} ${sheet.copyNumber}`);
    if (job === undefined) found.push(`honest: nobody queued ${sheet.number} copy ${sheet.copyNumber}`);
    if (job === undefined || moved.has(job.id)) continue;
    if (job.at < highest) found.push(`order: ${sheet.number} came late on ${name}`);
    highest = Math.max(highest, job.at);
  }
  return found;
}

async function gapsInHistory({ world }: PrintingFacts, jobs: readonly Job[]): Promise<readonly string[]> {
  const events = await world.db
    .selectFrom('print_event')
    .selectAll()
    .orderBy('job_id')
    .orderBy('event_no')
    .execute();
  const reached = new Map<string, string>();
  const found: string[] = [];
  for (const { job_id, from_state, to_state } of events) {
    const before = reached.get(job_id) ?? 'queued';
    if (before !== from_state) found.push(`history: ${job_id} was ${before}, not ${from_state}`);
    reached.set(job_id, to_state);
  }
  for (const { id, state } of jobs) {
    if ((reached.get(id) ?? 'queued') !== state) found.push(`history: ${id} is ${state}`);
  }
  return found;
}
