/** The test command under Node 24: runs every part, prints a table of them, and ends with one line of numbers. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../../electron/shell/root.ts';
import { provideBrowser } from './browser.ts';
import { type Counts, settle, totalLine } from './counts.ts';
import { type Part, parts, reports } from './parts.ts';

interface Outcome extends Counts {
  readonly name: string;
  readonly seconds: number;
  readonly overBudget: boolean;
}

/** Node 24 comes first for whatever the part starts itself. */
function environment(part: Part): NodeJS.ProcessEnv {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, PATH: path, NO_COLOR: '1', FORCE_COLOR: undefined, ...part.environment };
}

interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly overBudget: boolean;
}

/** Runs a part in a process group of its own, so that its browsers end with it when its time is up. */
function run(part: Part): Promise<Run> {
  return new Promise((done) => {
    const ownGroup = process.platform !== 'win32';
    const child = spawn(process.execPath, [join(root, part.script), ...part.words], {
      cwd: root,
      env: environment(part),
      stdio: part.live ? 'inherit' : 'pipe',
      detached: ownGroup,
    });
    const end = () => {
      if (ownGroup && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        end();
        process.exit(1);
      });
    }
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk.toString();
      });
    }
    let overBudget = false;
    const timer = setTimeout(() => {
      overBudget = true;
      end();
    }, part.budgetSeconds * 1000);
    const finish = (code: number | null) => {
      clearTimeout(timer);
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.removeAllListeners(signal);
      done({ code, output, overBudget });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.on('close', finish);
  });
}

async function runPart(part: Part): Promise<Outcome> {
  console.log(`\n── ${part.name}`);
  const started = performance.now();
  const { code, output, overBudget } = await run(part);
  const seconds = (performance.now() - started) / 1000;
  const check = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const counts = part.count ? settle(part.count(), code) : check;
  if (counts.failed > 0 && output !== '') console.log(output.trimEnd());
  if (overBudget) console.log(`${part.name} did not end within ${part.budgetSeconds} s and was stopped`);
  return { name: part.name, seconds, overBudget, ...counts };
}

function printTable(outcomes: readonly Outcome[]): void {
  const row = (cells: readonly string[]) =>
    console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(20) : cell.padStart(9))).join(''));
  console.log('');
  row(['part', 'seconds', 'passed', 'failed', 'skipped']);
  for (const { name, seconds, passed, failed, skipped } of outcomes) {
    row([name, seconds.toFixed(1), String(passed), String(failed), String(skipped)]);
  }
  console.log('');
}

const sum = (outcomes: readonly Outcome[], key: keyof Counts) =>
  outcomes.reduce((total, outcome) => total + outcome[key], 0);

async function runAll(): Promise<number> {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const browser = await provideBrowser();
  if (browser.path === null) console.error(`The end-to-end tests will fail: ${browser.missing}.`);
  else console.log(`Browser: ${browser.path}`);
  const outcomes: Outcome[] = [];
  for (const part of parts(browser.path ?? '')) outcomes.push(await runPart(part));
  printTable(outcomes);
  const total = {
    passed: sum(outcomes, 'passed'),
    failed: sum(outcomes, 'failed'),
    skipped: sum(outcomes, 'skipped'),
  };
  console.log(totalLine(total));
  return total.failed === 0 ? 0 : 1;
}

process.exitCode = await runAll();
