/** Makes and marks the coupons of batches after the commit, in small portions between which the till goes on selling. */
import { setTimeout as pause } from 'node:timers/promises';
import type { TillDocument } from '../../shared/journal/document.ts';
import { inTransaction, systemActor, type VerbHost } from '../verb.ts';
import { nextPortion, type PortionDone } from './batches.ts';

export interface BatchRunner {
  /** Looks for batches with work when one was begun or closed; call it with the documents of every commit. Returns at once. */
  readonly afterCommit: (documents: readonly TillDocument[]) => void;
  /** Resolves when no batch has anything left to do. */
  readonly settle: () => Promise<void>;
  /** Lets the portion in hand end and does nothing more; the next start goes on where it stopped. */
  readonly stop: () => Promise<void>;
}

export interface BatchRunnerOptions {
  readonly host: VerbHost;
  readonly note: (text: string, error?: unknown) => void;
}

/** The till works at no window. */
const nowhere = { key: 'couponBatches' } as const;
const batchDocuments: ReadonlySet<string> = new Set(['couponBatchBegun', 'couponBatchClosed']);
/** Between two portions whoever waits for the till comes first. */
const pauseMilliseconds = 2;
/** Screens are told of the progress after so many coupons, not after every portion. */
const toldEvery = 1000;

/** Starts the runner; a batch that the last run left unfinished goes on at once. */
export function createBatchRunner({ host, note }: BatchRunnerOptions): BatchRunner {
  let isStopping = false;
  let wanted = false;
  let running: Promise<void> | null = null;

  function wake(): void {
    if (isStopping) return;
    wanted = true;
    running ??= workThrough().finally(() => {
      running = null;
      if (wanted) wake();
    });
  }

  async function workThrough(): Promise<void> {
    try {
      while (wanted && !isStopping) {
        wanted = false;
        while (!isStopping && (await onePortion()) !== null) await pause(pauseMilliseconds);
      }
    } catch (error) {
      wanted = false;
      note('a batch of coupons could not be made', error);
    }
  }

  function onePortion(): Promise<PortionDone | null> {
    return inTransaction(host, nowhere, systemActor(host.tillId), async (scope) => {
      const portion = await nextPortion(scope);
      if (portion !== null && (portion.isFinished || portion.done % toldEvery === 0)) scope.changed('coupon');
      return portion;
    });
  }

  async function settle(): Promise<void> {
    while (running !== null) await running;
  }

  wake();
  return {
    afterCommit: (documents) => {
      if (documents.some(({ kind }) => batchDocuments.has(kind))) wake();
    },
    settle,
    stop: async () => {
      isStopping = true;
      await settle();
    },
  };
}
