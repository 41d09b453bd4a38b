import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPrinters, type Surroundings } from '../../../electron/receipt/findPrinters.ts';
import { temporaryFolder } from '../database/temporary.ts';

/** A PC of folders and small programs; `lpstat` and `powershell` are what it has of them. */
function pc({
  devices = [],
  chips = {},
  lpstat,
  powershell,
  ...rest
}: {
  devices?: readonly string[];
  chips?: Readonly<Record<string, string>>;
  lpstat?: string;
  powershell?: string;
  platform?: NodeJS.Platform;
  limitMilliseconds?: number;
} = {}): Surroundings {
  const folder = temporaryFolder();
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    return join(folder, path);
  };
  const program = (name: string, script: string | undefined) => {
    if (script === undefined) return join(folder, 'no such program');
    const path = put(name, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  for (const name of devices) put(join('dev', name), '');
  for (const [port, type] of Object.entries(chips)) put(join('tty', port, 'type'), `${type}\n`);
  return {
    platform: 'linux',
    deviceFolder: join(folder, 'dev'),
    portFolder: join(folder, 'tty'),
    lpstat: program('lpstat', lpstat),
    powershell: program('powershell.exe', powershell),
    limitMilliseconds: 5000,
    ...rest,
  };
}

describe('on Linux', () => {
  test('USB printers are seen in their order, then the parallel port', async () => {
    const where = pc({ devices: ['usb/lp10', 'usb/lp2', 'usb/hiddev0', 'lp0', 'loop0', 'sda'] });
    const { devices } = await findPrinters(where);
    expect(devices.map((path) => path.slice(where.deviceFolder.length))).toEqual([
      '/usb/lp2',
      '/usb/lp10',
      '/lp0',
    ]);
  });

  test('adapters and Bluetooth are serial ports; a port of the mainboard only where there is a chip', async () => {
    const where = pc({
      devices: ['ttyUSB0', 'ttyACM0', 'rfcomm0', 'ttyS0', 'ttyS1', 'ttyS2', 'tty1', 'ttyprintk'],
      chips: { ttyS0: '4', ttyS1: '0' },
    });
    const { serialPorts } = await findPrinters(where);
    expect(serialPorts.map(({ path }) => path.slice(where.deviceFolder.length))).toEqual([
      '/rfcomm0',
      '/ttyACM0',
      '/ttyUSB0',
      '/ttyS0',
    ]);
  });

  test('an adapter is called what it calls itself', async () => {
    const where = pc({ devices: ['ttyUSB0', 'serial/by-id/readme'] });
    symlinkSync(
      join(where.deviceFolder, 'ttyUSB0'),
      join(where.deviceFolder, 'serial/by-id/usb-Prolific_Technology_Inc._USB-Serial-if00-port0'),
    );
    const { serialPorts } = await findPrinters(where);
    expect(serialPorts).toEqual([
      { path: join(where.deviceFolder, 'ttyUSB0'), label: 'Prolific Technology Inc. USB-Serial' },
    ]);
  });

  test('the printers of CUPS are asked for, and with CUPS there is a driver', async () => {
    const where = pc({ lpstat: '[ "$1" = "-e" ] && printf "XP-80\\nOfis_printeri\\n"' });
    expect(await findPrinters(where)).toMatchObject({ queues: ['Ofis_printeri', 'XP-80'], hasSpooler: true });
  });

  test('CUPS without printers is still CUPS', async () => {
    const where = pc({ lpstat: 'exit 0' });
    expect(await findPrinters(where)).toMatchObject({ queues: [], hasSpooler: true });
  });

  test.each([
    ['there is no CUPS', {}],
    ['CUPS is off', { lpstat: 'echo "lpstat: Bad file descriptor" >&2; exit 1' }],
  ])('nothing breaks where %s', async (_what, programs) => {
    expect(await findPrinters(pc(programs))).toEqual({
      devices: [],
      serialPorts: [],
      queues: [],
      hasSpooler: false,
    });
  });

  test('a CUPS that hangs holds nobody up', async () => {
    const where = pc({ devices: ['usb/lp0'], lpstat: 'sleep 30', limitMilliseconds: 200 });
    const begun = performance.now();
    const found = await findPrinters(where);
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(found).toMatchObject({ devices: [join(where.deviceFolder, 'usb/lp0')], queues: [] });
  });
});

describe('on Windows', () => {
  test('the installed printers are asked of PowerShell, Russian names too; a driver needs the shell', async () => {
    const where = pc({
      platform: 'win32',
      devices: ['usb/lp0'],
      powershell:
        'case "$4" in *Get-Printer*) printf "XP-58 (копия 1)\\r\\nMicrosoft Print to PDF\\r\\n";; esac',
    });
    expect(await findPrinters(where)).toMatchObject({
      devices: [],
      queues: ['Microsoft Print to PDF', 'XP-58 (копия 1)'],
      hasSpooler: false,
    });
  });
});
