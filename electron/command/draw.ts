/**
 * `npm run -s draw -- FILE.json`: computes the winners of a published draw again, so that anyone can check them.
 *
 * The file is the one that the till exports when a draw was held (`publishedDrawSchema` of shared/loyalty/publishedDraw.ts):
 *
 *     { "seed": "…", "commitment": "…", "prizes": ["Velosiped"], "oncePerCustomer": true,
 *       "tickets": [{ "number": 1, "holder": "9f2c…", "isVoid": false, "publicName": "Dilnoza …67" }] }
 *
 * How to check without this program: the SHA-256 of `daftar-draw:` and the seed must be the commitment that was published
 * when the draw began. For place n take the SHA-256 of `seed:n`, its first 13 hexadecimal digits as a number modulo the
 * tickets that are left, in the order of their numbers: that ticket wins. Void tickets take no part; after each place the
 * ticket is taken out, or all tickets of its holder when one person wins once only.
 *
 * Exit code 0 when the seed is the promised one, 1 when it is not, 2 when the file is no draw.
 */
import { readFileSync } from 'node:fs';
import { checkDraw, publishedDrawSchema } from '../../shared/loyalty/publishedDraw.ts';
import { sha256 } from '../sha256.ts';

const usage = 'npm run -s draw -- FILE.json';

/** What is printed, and the exit code. */
export interface DrawRun {
  readonly printed: unknown;
  readonly exitCode: 0 | 1 | 2;
}

/** Checks a draw that was read from a file; `text` is its JSON. */
export function checkDrawText(text: string): DrawRun {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return notADraw(`not JSON: ${error instanceof Error ? error.message : ''}`);
  }
  const parsed = publishedDrawSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return notADraw(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  const checked = checkDraw(parsed.data, sha256);
  return { printed: checked, exitCode: checked.isPromised ? 0 : 1 };
}

function notADraw(problem: string): DrawRun {
  return { printed: { problem }, exitCode: 2 };
}

/** What the arguments of the command ask for. */
export function runCommand(args: readonly string[]): DrawRun {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) return notADraw(usage);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return notADraw(`cannot read ${file}`);
  }
  return checkDrawText(text);
}

if (process.argv[1] === import.meta.filename) {
  const { printed, exitCode } = runCommand(process.argv.slice(2));
  process.stdout.write(`${JSON.stringify(printed, null, 2)}\n`);
  process.exitCode = exitCode;
}
