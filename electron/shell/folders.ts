/** Where the shop's data lives, the same for both shells, and where things that may be lost are kept. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

const thisMachine = (): Machine => ({
  platform: process.platform,
  environment: process.env,
  home: homedir(),
});

/**
 * The folder of the shop: the asked one, else `DAFTAR_DATA_DIR`, else the user's application data folder.
 *
 * | system  | default                                                        |
 * |---------|----------------------------------------------------------------|
 * | Windows | `%LOCALAPPDATA%\Daftar`                                         |
 * | macOS   | `~/Library/Application Support/Daftar`                          |
 * | Linux   | `$XDG_DATA_HOME/daftar`, where unset `~/.local/share/daftar`    |
 */
export function shopFolder(asked: string | undefined, machine: Machine = thisMachine()): string {
  const { environment, home } = machine;
  const named = asked ?? environment.DAFTAR_DATA_DIR;
  if (named) return resolve(named);
  if (machine.platform === 'win32') {
    return join(environment.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Daftar');
  }
  if (machine.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Daftar');
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'daftar');
}

/** Where things are remembered that may be thrown away at any time and belong to no shop. */
export function cacheFolder(machine: Machine = thisMachine()): string {
  const { environment, home } = machine;
  if (machine.platform === 'win32') {
    return join(environment.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Daftar', 'Cache');
  }
  if (machine.platform === 'darwin') return join(home, 'Library', 'Caches', 'Daftar');
  return join(environment.XDG_CACHE_HOME || join(home, '.cache'), 'daftar');
}
