/** Looks for printers that this PC can see: device files, serial ports, printers installed in the system. */
import { execFile } from 'node:child_process';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface FoundPrinters {
  readonly devices: string[];
  readonly serialPorts: { readonly path: string; readonly label: string }[];
  readonly queues: string[];
  /** Whether CUPS is there: it prints pictures through a driver without the help of a shell. */
  readonly hasSpooler: boolean;
}

/** Where to look; a test shows a folder of its own. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  /** `/dev`. */
  readonly deviceFolder: string;
  /** `/sys/class/tty`, where the kernel tells a serial port that is there from one that is only named. */
  readonly portFolder: string;
  /** Names the queues of CUPS, one a line. */
  readonly lpstat: string;
  readonly powershell: string;
  /** A spooler that hangs is as good as none. */
  readonly limitMilliseconds: number;
}

export const thisPc: Surroundings = {
  platform: process.platform,
  deviceFolder: '/dev',
  portFolder: '/sys/class/tty',
  lpstat: 'lpstat',
  powershell: 'powershell.exe',
  limitMilliseconds: 4000,
};

/** Never throws and never takes much longer than its limit: what cannot be looked at counts as not there. */
export async function findPrinters(where: Surroundings = thisPc): Promise<FoundPrinters> {
  const [devices, serialPorts, queues] = await Promise.all([
    orNothing(devicesOf(where), []),
    orNothing(inTime(serialPortsOf(where), where.limitMilliseconds), []),
    orNothing<string[] | null>(queuesOf(where), null),
  ]);
  const hasSpooler = where.platform !== 'win32' && queues !== null;
  return { devices, serialPorts, queues: queues ?? [], hasSpooler };
}

async function orNothing<T>(looking: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await looking;
  } catch {
    // No such folder, no such program, too slow: there is nothing to suggest, and the address can still be typed.
    return otherwise;
  }
}

async function inTime<T>(looking: Promise<T>, limitMilliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too slow')), limitMilliseconds);
  });
  try {
    return await Promise.race([looking, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return orNothing(readdir(folder), []);
}

/** lp2 before lp10. */
function inOrder(names: readonly string[]): string[] {
  return names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** USB printers that the kernel speaks to (usblp), then the parallel port. */
async function devicesOf({ platform, deviceFolder }: Surroundings): Promise<string[]> {
  if (platform === 'win32') return [];
  const printers = (names: readonly string[]) => inOrder(names.filter((name) => /^lp\d{1,2}$/.test(name)));
  const usb = printers(await namesIn(join(deviceFolder, 'usb')));
  const parallel = printers(await namesIn(deviceFolder));
  return [
    ...usb.map((name) => join(deviceFolder, 'usb', name)),
    ...parallel.map((name) => join(deviceFolder, name)),
  ];
}

async function serialPortsOf(where: Surroundings): Promise<FoundPrinters['serialPorts']> {
  return where.platform === 'linux' ? linuxPorts(where) : portsOfSystem();
}

/** Adapters and Bluetooth always; a port of the mainboard only where the kernel found a chip (its `type` is not 0). */
async function linuxPorts({ deviceFolder, portFolder }: Surroundings): Promise<FoundPrinters['serialPorts']> {
  const names = await namesIn(deviceFolder);
  const plugged = names.filter((name) => /^(ttyUSB|ttyACM|rfcomm)\d{1,3}$/.test(name));
  const onBoard = names.filter((name) => /^ttyS\d{1,2}$/.test(name));
  const withChip: string[] = [];
  for (const name of onBoard) {
    const type = await orNothing(readFile(join(portFolder, name, 'type'), 'utf8'), '0');
    if (type.trim() !== '0') withChip.push(name);
  }
  const labels = await adapterNames(deviceFolder);
  return [...inOrder(plugged), ...inOrder(withChip)].map((name) => {
    const path = join(deviceFolder, name);
    return { path, label: labels.get(path) ?? '' };
  });
}

/** What adapters call themselves: the links in /dev/serial/by-id, `usb-Prolific_USB-Serial-if00-port0` → ttyUSB0. */
async function adapterNames(deviceFolder: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(deviceFolder, 'serial', 'by-id');
  const labels = new Map<string, string>();
  for (const link of await namesIn(folder)) {
    const path = await orNothing(realpath(join(folder, link)), '');
    const label = link
      .replace(/^usb-/, '')
      .replace(/-if\d.*$/, '')
      .replaceAll('_', ' ')
      .trim();
    if (path !== '' && label !== '') labels.set(path, label);
  }
  return labels;
}

/** COM ports of Windows, cu.* of a Mac. On Linux the library would need udevadm, which is not everywhere. */
async function portsOfSystem(): Promise<FoundPrinters['serialPorts']> {
  const { SerialPort } = await import('serialport');
  const ports = await SerialPort.list();
  return ports.map((port) => {
    const friendly = 'friendlyName' in port ? port.friendlyName : undefined;
    const label = typeof friendly === 'string' ? friendly : (port.manufacturer ?? '');
    return { path: port.path.replace(/^\/dev\/tty\./, '/dev/cu.'), label };
  });
}

const run = promisify(execFile);

/** PowerShell would answer in the code page of the console, and printers have Russian names. */
const namePrinters =
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Printer | ForEach-Object { $_.Name }';

async function queuesOf(where: Surroundings): Promise<string[]> {
  const { platform, limitMilliseconds } = where;
  const options = { timeout: limitMilliseconds, killSignal: 'SIGKILL', windowsHide: true } as const;
  const { stdout } =
    platform === 'win32'
      ? await run(where.powershell, ['-NoProfile', '-NonInteractive', '-Command', namePrinters], options)
      : await run(where.lpstat, ['-e'], options);
  const names = stdout.split(/\r?\n/).map((line) => line.trim());
  return inOrder([...new Set(names)].filter((name) => name !== ''));
}
