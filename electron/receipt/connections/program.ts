/** Runs a program of the system, without a shell, with bytes for its input and a time limit. */
import { spawn } from 'node:child_process';

export type Ran =
  | { readonly kind: 'ended'; readonly code: number; readonly output: string }
  /** There is no such program. */
  | { readonly kind: 'missing' }
  /** It did not end in time, or something ended it. */
  | { readonly kind: 'broken' };

export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly input: Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly limitMilliseconds: number;
}

const longestOutput = 4096;

/** The program speaks English (LC_ALL=C), so that its words can be read. */
export function runProgram(run: ProgramRun): Promise<Ran> {
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: 'C', ...run.environment };
    const child = spawn(run.program, [...run.args], { env, windowsHide: true, shell: false });
    let output = '';
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(0, longestOutput);
    };
    const timer = setTimeout(() => child.kill('SIGKILL'), run.limitMilliseconds);
    const end = (ran: Ran) => {
      clearTimeout(timer);
      resolve(ran);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    // A program that was started has an id; then something else went wrong with it.
    child.once('error', () => end({ kind: child.pid === undefined ? 'missing' : 'broken' }));
    child.once('close', (code) => end(code === null ? { kind: 'broken' } : { kind: 'ended', code, output }));
    // A program that ends before it has read everything says so by its code.
    child.stdin.on('error', () => {});
    child.stdin.end(run.input);
  });
}
