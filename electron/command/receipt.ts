/** `npm run -s receipt -- DOCUMENT.json --profile NAME --out job.bin`: prints a document into a file of bare printer bytes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type PrinterProfile, printerProfileSchema, printerProfiles } from '../../shared/receipt/printers.ts';
import { jobPicture } from '../receipt/jobPicture.ts';
import { pngOf } from '../receipt/png.ts';
import { printJobBytes } from '../receipt/printJobBytes.ts';
import { blocksOfDocument } from './receiptBlocks.ts';
import { type ReceiptDocument, receiptDocumentSchema } from './receiptDocument.ts';
import { contradictionsIn, type Problem } from './saleDocument.ts';

const shipped = Object.keys(printerProfiles).join(', ');

export const usage = `npm run -s receipt -- DOCUMENT.json --profile NAME --out job.bin [--png preview.png]

Prints a document as the till would and writes the printer's bytes to a file (docs/receipts.md).

  DOCUMENT.json   a sale, coupon, report, blocks, testSlip or calibration
  --profile NAME  ${shipped},
                  or a JSON file with a profile of your own
  --out FILE      the bytes, as they would go to the printer
  --png FILE      a picture of the paper besides
  --schema        prints the JSON Schema of documents and ends
  --help          prints this and ends

Exit code: 0 printed, 1 the document or the profile is wrong, 2 the command is wrong or a file cannot be read or written.`;

/** What is told on the standard output, as JSON but for the usage, and the exit code. */
export interface ReceiptRun {
  readonly told: unknown;
  readonly exitCode: 0 | 1 | 2;
}

/** Something to tell the user instead of printing. */
class NotPrinted extends Error {
  readonly problems: readonly Problem[];
  readonly exitCode: 1 | 2;

  constructor(problems: readonly Problem[], exitCode: 1 | 2) {
    super(problems.map(({ at, says }) => `${at}: ${says}`).join('\n'));
    this.problems = problems;
    this.exitCode = exitCode;
  }
}

/** What the arguments of the command ask for; writes the files that they name. */
export async function runReceiptCommand(args: readonly string[]): Promise<ReceiptRun> {
  try {
    return await run(args);
  } catch (error) {
    if (!(error instanceof NotPrinted)) throw error;
    return { told: { isPrinted: false, problems: error.problems }, exitCode: error.exitCode };
  }
}

async function run(args: readonly string[]): Promise<ReceiptRun> {
  const { values, positionals } = readArguments(args);
  if (values.help) return { told: usage, exitCode: 0 };
  if (values.schema) {
    const schema = z.toJSONSchema(receiptDocumentSchema, { io: 'input', unrepresentable: 'any' });
    return { told: schema, exitCode: 0 };
  }
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw wrongCommand('', 'one DOCUMENT.json is needed');
  if (values.profile === undefined) throw wrongCommand('--profile', `is needed: ${shipped}, or a file`);
  if (values.out === undefined) throw wrongCommand('--out', 'is needed: the file for the bytes');
  const profile = readProfile(values.profile);
  const document = readDocument(file);
  const blocks = blocksOfDocument(document, profile);
  const bytes = await printJobBytes(blocks, profile);
  write('--out', values.out, bytes);
  const told = { isPrinted: true, document: document.kind, profile: values.profile, bytes: bytes.length };
  if (values.png === undefined) return { told, exitCode: 0 };
  const picture = await jobPicture(blocks, profile);
  write('--png', values.png, pngOf(picture));
  const { widthDots, heightDots } = picture;
  return { told: { ...told, picture: { widthDots, heightDots } }, exitCode: 0 };
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        profile: { type: 'string' },
        out: { type: 'string' },
        png: { type: 'string' },
        schema: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw wrongCommand('', error instanceof Error ? error.message : String(error));
  }
}

function wrongCommand(at: string, says: string): NotPrinted {
  return new NotPrinted([{ at, says }], 2);
}

/** A name of the shipped profiles, else a file that holds one. */
function readProfile(name: string): PrinterProfile {
  if (Object.hasOwn(printerProfiles, name)) return printerProfiles[name as keyof typeof printerProfiles];
  if (!name.endsWith('.json')) {
    throw wrongCommand('--profile', `${name} is none of ${shipped}, and no file that ends in .json`);
  }
  return checked(printerProfileSchema, readJson('--profile', name), 'profile');
}

function readDocument(file: string): ReceiptDocument {
  const document = checked(receiptDocumentSchema, readJson('', file), '');
  const problems = document.kind === 'sale' ? contradictionsIn(document) : [];
  if (problems.length > 0) throw new NotPrinted(problems, 1);
  return document;
}

function readJson(at: string, file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw wrongCommand(at, `cannot read ${file}: ${wordsOf(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NotPrinted([{ at, says: `${file} is not JSON: ${wordsOf(error)}` }], 1);
  }
}

function checked<T>(schema: z.ZodType<T>, json: unknown, root: string): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => ({
    at: [root, ...path.map(String)].filter((part) => part !== '').join('.'),
    says: message,
  }));
  throw new NotPrinted(problems, 1);
}

function write(at: string, file: string, content: Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw wrongCommand(at, `cannot write ${file}: ${wordsOf(error)}`);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

if (process.argv[1] === import.meta.filename) {
  const { told, exitCode } = await runReceiptCommand(process.argv.slice(2));
  process.stdout.write(`${typeof told === 'string' ? told : JSON.stringify(told, null, 2)}\n`);
  process.exitCode = exitCode;
}
