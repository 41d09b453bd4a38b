/** A small network printer for tests: it answers like a real one, or fails the way real ones fail. */
import { createServer, type Socket } from 'node:net';

/**
 * | behaviour        | what it does                                                              |
 * |------------------|---------------------------------------------------------------------------|
 * | good             | answers DLE EOT and GS r, keeps every job                                  |
 * | withoutGsR       | answers DLE EOT only                                                       |
 * | mute             | answers nothing, keeps every job                                           |
 * | paperOut         | DLE EOT 1, 2, 4 answer 0x1a, 0x32, 0x7e                                    |
 * | paperOutPaused   | DLE EOT 4 alone says so, 0x72                                              |
 * | coverOpen        | DLE EOT 2 answers 0x16                                                     |
 * | nearEnd          | a low roll, DLE EOT 4 answers 0x1e and GS r 0x03: still prints             |
 * | paperEnds        | good before the job; in its middle the roll ends and GS r is never reached |
 * | paperEndsAtOnce  | good before the job; GS r answers 0x0c                                     |
 * | diesInJob        | breaks the connection after a few bytes of the job                         |
 * | talksInJob       | like paperEndsAtOnce, and sends a status nobody asked for in the middle    |
 * | muteResets       | answers nothing and breaks the connection soon after the job has come      |
 * | goesSilent       | good before the job, then neither answers nor ends                         |
 * | hangsUpAtOnce    | ends the connection before the first question                              |
 */
export type Behaviour =
  | 'good'
  | 'withoutGsR'
  | 'mute'
  | 'paperOut'
  | 'paperOutPaused'
  | 'coverOpen'
  | 'nearEnd'
  | 'paperEnds'
  | 'paperEndsAtOnce'
  | 'diesInJob'
  | 'talksInJob'
  | 'muteResets'
  | 'goesSilent'
  | 'hangsUpAtOnce';

export interface SoftwarePrinter {
  readonly port: number;
  behaviour: Behaviour;
  /** The bytes of each job that came with at least one byte, status requests taken out. */
  readonly jobs: readonly Uint8Array[];
  readonly close: () => Promise<void>;
}

const statusBefore: Readonly<Partial<Record<Behaviour, readonly [number, number, number]>>> = {
  paperOut: [0x1a, 0x32, 0x7e],
  paperOutPaused: [0x12, 0x12, 0x72],
  coverOpen: [0x1a, 0x16, 0x12],
  nearEnd: [0x12, 0x12, 0x1e],
};
const allWell = [0x12, 0x12, 0x12] as const;
const paperOut = [0x1a, 0x32, 0x7e] as const;

export async function startSoftwarePrinter(behaviour: Behaviour): Promise<SoftwarePrinter> {
  const jobs: number[][] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    socket.on('end', () => {
      if (printer.behaviour !== 'muteResets') socket.end();
    });
    serve(socket, () => printer.behaviour, jobs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const printer = {
    port: address.port,
    behaviour,
    get jobs() {
      return jobs.map((job) => Uint8Array.from(job));
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return printer;
}

function serve(socket: Socket, behaviour: () => Behaviour, jobs: number[][]): void {
  if (behaviour() === 'hangsUpAtOnce') {
    socket.destroy();
    return;
  }
  let job: number[] | undefined;
  let waiting: number[] = [];
  socket.on('data', (bytes) => {
    waiting.push(...bytes);
    while (waiting.length > 0) {
      const request = requestAt(waiting);
      if (request === 'incomplete') return;
      if (request !== null) {
        waiting = waiting.slice(3);
        answer(socket, behaviour(), request, job !== undefined);
        continue;
      }
      if (job === undefined) {
        job = [];
        jobs.push(job);
        if (behaviour() === 'talksInJob') socket.write(Uint8Array.of(0x12));
        if (behaviour() === 'muteResets') setTimeout(() => socket.resetAndDestroy(), 50);
      }
      job.push(...waiting.splice(0, 1));
      if (behaviour() === 'diesInJob' && job.length === 10) {
        socket.resetAndDestroy();
        return;
      }
    }
  });
}

type Request = { readonly kind: 'DLE EOT'; readonly n: number } | { readonly kind: 'GS r' };

/** A status request at the head of the stream; real printers look for DLE EOT everywhere, too. */
function requestAt([first, second, third]: readonly number[]): Request | 'incomplete' | null {
  if (first === 0x10 && (second === undefined || second === 0x04)) {
    return third === undefined ? 'incomplete' : { kind: 'DLE EOT', n: third };
  }
  if (first === 0x1d && second === undefined) return 'incomplete';
  if (first === 0x1d && second === 0x72) return third === undefined ? 'incomplete' : { kind: 'GS r' };
  return null;
}

function answer(socket: Socket, behaviour: Behaviour, request: Request, inJob: boolean): void {
  if (behaviour === 'mute' || behaviour === 'muteResets' || (behaviour === 'goesSilent' && inJob)) return;
  if (request.kind === 'DLE EOT') {
    const usual = statusBefore[behaviour] ?? allWell;
    const status = behaviour === 'paperEnds' && inJob ? paperOut : usual;
    socket.write(Uint8Array.of(status[request.n === 1 ? 0 : request.n === 2 ? 1 : 2]));
    return;
  }
  if (behaviour === 'withoutGsR' || behaviour === 'paperEnds') return;
  const roll =
    behaviour === 'paperEndsAtOnce' || behaviour === 'talksInJob'
      ? 0x0c
      : behaviour === 'nearEnd'
        ? 0x03
        : 0x00;
  socket.write(Uint8Array.of(roll));
}
