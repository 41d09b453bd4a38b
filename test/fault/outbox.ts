/** What the client asked for and what it was told: each line on the disk before the next step, as a careful client keeps it. */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { TillClient } from '../scenario/client.ts';

export type CompleteInput = Parameters<TillClient['sale']['complete']>[0];
export type Completed = Awaited<ReturnType<TillClient['sale']['complete']>>;

/** One attempt to sell; a purchase is what a customer wants once, however often it is asked for. */
export interface Asked {
  readonly kind: 'asked';
  readonly purchase: number;
  readonly input: CompleteInput;
}

export interface Acknowledged {
  readonly kind: 'acknowledged';
  readonly purchase: number;
  readonly answer: Completed;
}

export type OutboxLine = Asked | Acknowledged;

export interface Outbox {
  readonly write: (line: OutboxLine) => void;
  readonly lines: () => readonly OutboxLine[];
  /** The attempt that nobody has answered yet. */
  readonly pending: () => Asked | null;
  readonly close: () => void;
}

export function openOutbox(file: string): Outbox {
  const descriptor = openSync(file, 'a+');
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OutboxLine);
  return {
    write(line) {
      writeSync(descriptor, `${JSON.stringify(line)}\n`);
      fsyncSync(descriptor);
      lines.push(line);
    },
    lines: () => lines,
    pending() {
      const last = lines.at(-1);
      return last?.kind === 'asked' ? last : null;
    },
    close: () => closeSync(descriptor),
  };
}
