/** A network printer for tests that prints byte by byte, answers in turn like a real one, and fails in every way we know of. */
import { createServer, type Socket } from 'node:net';

/**
 * | fault              | what it does                                                                                |
 * |--------------------|---------------------------------------------------------------------------------------------|
 * | none               | prints, answers DLE EOT at once, GS r and GS ( H when everything before is printed            |
 * | nearEnd            | the same with a low roll                                                                     |
 * | slowReader         | the same, but prints 16 bytes in two milliseconds                                            |
 * | paperOut           | has no paper; what comes in its buffer is not printed                                        |
 * | coverOpen          | the cover is open; the same                                                                  |
 * | headHot            | an error (DLE EOT 2, 0x40); the same                                                         |
 * | offLine            | switched off line at the front (DLE EOT 1, 0x08); the same                                   |
 * | paperEndsInJob     | stops at `strikeAt` for want of paper and says so in real time; the barrier is never reached |
 * | coverOpensInJob    | stops there because somebody opens the cover                                                 |
 * | saysOutAtEnd       | prints everything; GS r says that the roll ended (GS ( H is answered)                        |
 * | powerCutInJob      | breaks the connection at `strikeAt`                                                          |
 * | powerCutAtEnd      | prints everything and breaks the connection at the barrier, or when the till hangs up        |
 * | goesSilent         | answers before the job; stops at `strikeAt` and says nothing more                            |
 * | mute               | a clone that prints everything and answers nothing                                           |
 * | realTimeOnly       | a clone that knows no barrier                                                                |
 * | neverReads         | takes the connection and reads nothing                                                       |
 * | hangsUp            | ends the connection before the first question                                                |
 * | noise              | answers every question with bytes that are no answer                                         |
 * | otherId            | answers GS ( H with the id of another job, GS r with such a block                            |
 * | zeroForId          | answers GS ( H with a bare 00, GS r with 80                                                  |
 * | brokenId           | answers both with a block that ends in something else, its zeros inside                      |
 * | earlyZero          | sends a 00 nobody asked for in the middle of the job, then its paper ends                    |
 * | answersForAnother  | hangs there, sends what belongs to another job (an id, an automatic status), says that all is well |
 * | unaskedStatus      | sends an automatic status (10 00 00 00) after the barrier, which it does not answer          |
 * | lateBarrier        | prints everything and answers the barrier long after anybody waits                           |
 * | lateStatus         | answers DLE EOT late, and the barrier well                                                   |
 */
export const faults = [
  'none',
  'nearEnd',
  'slowReader',
  'paperOut',
  'coverOpen',
  'headHot',
  'offLine',
  'paperEndsInJob',
  'coverOpensInJob',
  'saysOutAtEnd',
  'powerCutInJob',
  'powerCutAtEnd',
  'goesSilent',
  'mute',
  'realTimeOnly',
  'neverReads',
  'hangsUp',
  'noise',
  'otherId',
  'zeroForId',
  'brokenId',
  'earlyZero',
  'answersForAnother',
  'unaskedStatus',
  'lateBarrier',
  'lateStatus',
] as const;
export type Fault = (typeof faults)[number];

export interface FaultyPrinter {
  readonly port: number;
  /** What stands on the paper, sheet by sheet in the order of their first byte; a torn one ends early. */
  readonly sheets: readonly string[];
  /** How often its drawer was opened. */
  readonly drawerPulses: () => number;
  /** Breaks every connection, as when the plug is pulled. */
  readonly cutPower: () => void;
  readonly close: () => Promise<void>;
}

export interface FaultyPrinterOptions {
  /** Asked once for each connection. */
  readonly nextFault: () => Fault;
  /** How many bytes are printed before a fault in the middle of a job strikes. */
  readonly strikeAt?: () => number;
  /** What comes late comes after so many milliseconds. */
  readonly lateMilliseconds?: number;
}

interface Shared {
  readonly sheets: { bytes: number[] }[];
  pulses: number;
  readonly strikeAt: () => number;
  readonly lateMilliseconds: number;
}

export async function startFaultyPrinter(options: FaultyPrinterOptions): Promise<FaultyPrinter> {
  const { nextFault, strikeAt = () => 40, lateMilliseconds = 400 } = options;
  const shared: Shared = { sheets: [], pulses: 0, strikeAt, lateMilliseconds };
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    const fault = nextFault();
    if (fault === 'hangsUp') {
      socket.destroy();
      return;
    }
    if (fault === 'neverReads') {
      socket.pause();
      return;
    }
    serve(socket, fault, shared);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const cutPower = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: address.port,
    get sheets() {
      return shared.sheets.map(({ bytes }) => Buffer.from(bytes).toString('latin1'));
    },
    drawerPulses: () => shared.pulses,
    cutPower,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Item =
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'pulse' }
  | { readonly kind: 'paper' }
  | { readonly kind: 'processId'; readonly id: readonly number[] };
type Barrier = Extract<Item, { kind: 'paper' | 'processId' }>;

/** The answers to DLE EOT 1, 2 and 4. */
type Status = readonly [number, number, number];
const allWell: Status = [0x12, 0x12, 0x12];
const noPaper: Status = [0x1a, 0x32, 0x7e];
const openCover: Status = [0x1a, 0x16, 0x12];

/** Before the job; a printer that is not well prints nothing at all. */
const blockedFrom: Readonly<Partial<Record<Fault, Status>>> = {
  paperOut: noPaper,
  coverOpen: openCover,
  headHot: [0x1a, 0x52, 0x12],
  offLine: [0x1a, 0x12, 0x12],
};
/** From the moment in the middle of a job at which it stops. */
const stoppedWith: Readonly<Partial<Record<Fault, Status>>> = {
  paperEndsInJob: noPaper,
  earlyZero: noPaper,
  coverOpensInJob: openCover,
};
const strikes: ReadonlySet<Fault> = new Set([
  'paperEndsInJob',
  'coverOpensInJob',
  'powerCutInJob',
  'goesSilent',
  'earlyZero',
  'answersForAnother',
]);

/** What a printer says in real time. */
function statusAnswer(fault: Fault, hasStopped: boolean, kind: number): readonly number[] {
  if (fault === 'noise') return [0xff, 0x80];
  if (fault === 'mute') return [];
  if (hasStopped && fault === 'goesSilent') return [];
  const low: Status = fault === 'nearEnd' ? [0x12, 0x12, 0x1e] : allWell;
  const status = blockedFrom[fault] ?? (hasStopped ? stoppedWith[fault] : undefined) ?? low;
  return [status[kind === 1 ? 0 : kind === 2 ? 1 : 2]];
}

/** The answer to GS ( H of some other job: `AAAA`. */
const idOfAnother = [0x37, 0x22, 0x41, 0x41, 0x41, 0x41, 0x00];

/** What a printer says when a barrier's turn has come. */
function barrierAnswer(fault: Fault, barrier: Barrier): readonly number[] {
  const ofId = barrier.kind === 'processId';
  const usual = ofId ? [0x37, 0x22, ...barrier.id, 0x00] : [fault === 'nearEnd' ? 0x03 : 0x00];
  const unusual: Readonly<Partial<Record<Fault, readonly number[]>>> = {
    mute: [],
    realTimeOnly: [],
    noise: [0xff, 0x80, 0x55],
    saysOutAtEnd: ofId ? usual : [0x0c],
    otherId: idOfAnother,
    zeroForId: ofId ? [0x00] : [0x80],
    brokenId: [0x37, 0x22, 0x00, 0x00, 0x00, 0x00, 0x55],
    unaskedStatus: [0x10, 0x00, 0x00, 0x00],
  };
  return unusual[fault] ?? usual;
}

/** One connection. Its parts share what came in, what of it is printed, and whether the printer has stopped. */
interface Conversation {
  readonly socket: Socket;
  readonly fault: Fault;
  readonly shared: Shared;
  readonly strikeAt: number;
  readonly queue: Item[];
  sheet: { bytes: number[] } | null;
  hasStopped: boolean;
  hungUp: boolean;
  isResting: boolean;
}

function serve(socket: Socket, fault: Fault, shared: Shared): void {
  const talk: Conversation = {
    socket,
    fault,
    shared,
    strikeAt: strikes.has(fault) ? shared.strikeAt() : Number.POSITIVE_INFINITY,
    queue: [],
    sheet: null,
    hasStopped: blockedFrom[fault] !== undefined,
    hungUp: false,
    isResting: false,
  };
  let waiting: number[] = [];
  socket.on('data', (bytes) => {
    waiting.push(...bytes);
    for (let taken = takeItem(waiting); taken !== null; taken = takeItem(waiting)) {
      waiting = waiting.slice(taken.length);
      if (taken.item !== null) talk.queue.push(taken.item);
      else say(talk, statusAnswer(fault, talk.hasStopped, taken.status), fault === 'lateStatus');
    }
    work(talk);
  });
  socket.on('end', () => {
    talk.hungUp = true;
    work(talk);
  });
}

function say({ socket, shared }: Conversation, bytes: readonly number[], isLate: boolean): void {
  if (bytes.length === 0) return;
  const write = () => {
    if (socket.writable) socket.write(Uint8Array.from(bytes));
  };
  if (isLate) setTimeout(write, shared.lateMilliseconds);
  else write();
}

function work(talk: Conversation): void {
  const { socket, fault, queue } = talk;
  if (talk.isResting) return;
  for (let done = 0; queue.length > 0 && !talk.hasStopped && !socket.destroyed; done += 1) {
    if (fault === 'slowReader' && done === 16) {
      talk.isResting = true;
      setTimeout(() => {
        talk.isResting = false;
        work(talk);
      }, 2);
      return;
    }
    const item = queue.shift();
    if (item !== undefined) carryOut(talk, item);
  }
  if (!talk.hungUp || socket.destroyed) return;
  if (fault === 'powerCutAtEnd' && talk.sheet !== null) socket.resetAndDestroy();
  else socket.end();
}

function carryOut(talk: Conversation, item: Item): void {
  const { fault, socket, shared } = talk;
  if (item.kind === 'byte') printByte(talk, item.byte);
  else if (item.kind === 'pulse') shared.pulses += 1;
  else if (fault === 'powerCutAtEnd') socket.resetAndDestroy();
  else say(talk, barrierAnswer(fault, item), fault === 'lateBarrier');
}

function printByte(talk: Conversation, byte: number): void {
  const { fault, socket, shared } = talk;
  if (talk.sheet === null) {
    talk.sheet = { bytes: [] };
    shared.sheets.push(talk.sheet);
  }
  talk.sheet.bytes.push(byte);
  if (talk.sheet.bytes.length < talk.strikeAt) return;
  talk.hasStopped = true;
  if (fault === 'powerCutInJob') socket.resetAndDestroy();
  if (fault === 'earlyZero') say(talk, [0x00], false);
  if (fault === 'answersForAnother') say(talk, [...idOfAnother, 0x10, 0x00, 0x00, 0x00], false);
}

type Taken =
  | { readonly length: number; readonly item: Item }
  | { readonly length: number; readonly item: null; readonly status: number };

/** The next command or byte of the stream; null while a command is not whole. */
function takeItem(bytes: readonly number[]): Taken | null {
  const [first, second, third] = bytes;
  if (first === undefined) return null;
  if (first === 0x10 && second === undefined) return null;
  if (first === 0x10 && second === 0x04) {
    return third === undefined ? null : { length: 3, item: null, status: third };
  }
  if (first === 0x1b && second === undefined) return null;
  if (first === 0x1b && second === 0x70)
    return bytes.length < 5 ? null : { length: 5, item: { kind: 'pulse' } };
  if (first === 0x1d) return takeGs(bytes);
  return { length: 1, item: { kind: 'byte', byte: first } };
}

/** GS r n, GS ( H with its six bytes of data; any other GS is printed as it is. */
function takeGs(bytes: readonly number[]): Taken | null {
  const [first = 0, second, third] = bytes;
  if (second === undefined) return null;
  if (second === 0x72) return third === undefined ? null : { length: 3, item: { kind: 'paper' } };
  if (second === 0x28 && third === undefined) return null;
  if (second === 0x28 && third === 0x48) {
    return bytes.length < 11 ? null : { length: 11, item: { kind: 'processId', id: bytes.slice(7, 11) } };
  }
  return { length: 1, item: { kind: 'byte', byte: first } };
}
