/** A printer on a cable for tests: a pseudo-terminal of this PC, behind which a printer of software hangs. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Carries bytes between a new pseudo-terminal, whose name it prints, and a port; ends when the port hangs up. */
const bridge = `
import os, pty, select, socket, sys, tty
master, slave = pty.openpty()
tty.setraw(slave)
printer = socket.create_connection(('127.0.0.1', int(sys.argv[1])))
print(os.ttyname(slave), flush=True)
while True:
    ready, _, _ = select.select([master, printer, sys.stdin], [], [])
    if sys.stdin in ready: break
    if printer in ready:
        try: data = printer.recv(4096)
        except OSError: break
        if not data: break
        os.write(master, data)
    if master in ready:
        try: data = os.read(master, 4096)
        except OSError: break
        printer.sendall(data)
`;

/** Why there can be no cable here; null where there can. */
export const noCable: string | null = (() => {
  if (process.platform === 'win32') return 'Windows has no pseudo-terminals';
  const { status } = spawnSync('python3', ['-c', 'import pty, tty; pty.openpty()']);
  return status === 0 ? null : 'python3 with its pty module is not installed';
})();

export interface Cable {
  /** The path under which the printer is reached. */
  readonly path: string;
  /** Pulls the plug. */
  readonly pull: () => Promise<void>;
}

export async function plugIn(port: number): Promise<Cable> {
  const child = spawn('python3', ['-c', bridge, String(port)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'close');
  const [path] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    path,
    async pull() {
      child.stdin.end();
      await gone;
    },
  };
}
