/** Switches between the shop's own data and the demo shop, which lies beside it as a shop of its own. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Language } from '../shared/text.ts';
import type { Instant } from '../shared/time.ts';
import { buildDemoShop } from './command/demoShop.ts';
import { transact } from './database/transact.ts';
import { demoDirectory, type OpenShop } from './openShop.ts';
import type { DemoSwitch } from './parts.ts';
import { keepSettings } from './shop/inTransaction.ts';
import { settingsOf } from './shop/queries.ts';

export interface DemoSwitchOptions {
  readonly dataDirectory: string;
  readonly clock: () => Instant;
  readonly current: () => OpenShop;
  /** Closes the shop that is open and opens the one in another folder. */
  readonly replace: (directory: string) => Promise<void>;
  readonly note: (text: string, error?: unknown) => void;
}

interface Progress {
  readonly doneThousandths: number;
  readonly problem: string | null;
}

export interface SettlingDemoSwitch extends DemoSwitch {
  /** Resolves when no demo shop is being made. */
  readonly settle: () => Promise<void>;
}

export function createDemoSwitch(options: DemoSwitchOptions): SettlingDemoSwitch {
  const directory = demoDirectory(options.dataDirectory);
  const unfinished = `${directory}.part`;
  const { tell, listen } = createProgress();
  let building: Promise<void> | null = null;

  /** Made under another name, so that half a demo shop is never mistaken for a whole one. */
  async function build(language: Language): Promise<void> {
    tell({ doneThousandths: 0, problem: null });
    rmSync(unfinished, { recursive: true, force: true });
    await buildDemoShop({
      directory: unfinished,
      language,
      until: options.clock(),
      onProgress: (doneThousandths) => tell({ doneThousandths, problem: null }),
    });
    renameSync(unfinished, directory);
    await options.replace(directory);
    tell({ doneThousandths: 1000, problem: null });
  }

  async function open(language: Language): Promise<void> {
    if (existsSync(directory)) return;
    building ??= build(language)
      .catch((error: unknown) => {
        options.note('the demo shop could not be made', error);
        tell({ doneThousandths: 0, problem: error instanceof Error ? error.name : 'unknown' });
        throw error;
      })
      .finally(() => {
        building = null;
      });
    await building;
  }

  /** Settings stay, with the name and all numbers; people, goods, customers and sales go. */
  async function leave(): Promise<void> {
    const settings = await settingsOf(options.current().database.db);
    await options.replace(options.dataDirectory);
    const shop = options.current();
    const now = options.clock();
    await transact(shop.database.db, (trx) => keepSettings(trx, settings, { now, isDemo: false }));
    rmSync(directory, { recursive: true, force: true });
  }

  return {
    isBuilding: () => building !== null,
    open,
    leave,
    progress: listen,
    settle: async () => {
      await building?.catch(() => {});
    },
  };
}

/** Tells how far the building is to everybody who listens, the last word first. */
function createProgress() {
  let progress: Progress = { doneThousandths: 0, problem: null };
  let waiting: (() => void)[] = [];

  function tell(next: Progress): void {
    progress = next;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  }

  async function* listen(signal: AbortSignal | undefined): AsyncGenerator<Progress> {
    let told: Progress | null = null;
    while (!signal?.aborted) {
      if (told !== progress) {
        told = progress;
        yield progress;
        continue;
      }
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }

  return { tell, listen };
}
