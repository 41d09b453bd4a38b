/** A way to a printer over which bytes go both ways, whatever cable it is; what the dialogue needs of it, and no more. */

/** How much of what was handed over has left. `some` is also the answer where it cannot be known. */
export type Sent = 'all' | 'some' | 'none';

export interface PrinterLine {
  /** Hands over a few kilobytes; not `all` when the printer did not take them in time or the connection broke. */
  readonly send: (bytes: Uint8Array, limitMilliseconds: number) => Promise<Sent>;
  /**
   * The next byte of the printer; null when none came in time or the connection broke. The closing of the till wakes
   * whoever waits, once.
   */
  readonly readByte: (limitMilliseconds: number) => Promise<number | null>;
  /** Whether the printer, its cable or the network ended the connection. */
  readonly isLost: () => boolean;
  /**
   * Ends the connection after everything sent has left. False when it broke instead, so that bytes may have been thrown
   * away.
   */
  readonly finish: (limitMilliseconds: number) => Promise<boolean>;
  /** Lets go of everything at once; does nothing after `finish`. */
  readonly destroy: () => Promise<void>;
}

/** Where a line keeps what the printer said until somebody reads it, and tells the one who waits that something happened. */
export interface Inbox {
  readonly push: (bytes: Uint8Array) => void;
  readonly lose: () => void;
  readonly isLost: () => boolean;
  readonly readByte: PrinterLine['readByte'];
  /** Resolves at the next byte, loss, `wake` or closing of the till, and at the latest when the time is over. */
  readonly somethingHappens: (limitMilliseconds: number) => Promise<void>;
  readonly wake: () => void;
  /** Ends the watch over the signal. */
  readonly close: () => void;
}

export function createInbox(signal: AbortSignal): Inbox {
  const received: number[] = [];
  let lost = false;
  let wakeUp: () => void = () => {};
  const wake = () => wakeUp();
  signal.addEventListener('abort', wake);

  function somethingHappens(limitMilliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(wake, limitMilliseconds);
      wakeUp = () => {
        clearTimeout(timer);
        wakeUp = () => {};
        resolve();
      };
    });
  }

  return {
    push(bytes) {
      for (const byte of bytes) received.push(byte);
      wake();
    },
    lose() {
      lost = true;
      wake();
    },
    isLost: () => lost,
    async readByte(limitMilliseconds) {
      if (received.length === 0 && !lost && limitMilliseconds > 0) await somethingHappens(limitMilliseconds);
      return received.shift() ?? null;
    },
    somethingHappens,
    wake,
    close: () => signal.removeEventListener('abort', wake),
  };
}
