/** The command line of both shells: `npm start -- --browser --data-dir DIR --lang uz --port 8080 --demo`. */
import { parseArgs } from 'node:util';
import { type Language, languages } from '../../shared/text.ts';

export interface Options {
  /** Take the browser shell even where the desktop could run. */
  readonly browser: boolean;
  /** False: open nothing, only serve and print the address. */
  readonly window: boolean;
  readonly demo: boolean;
  readonly help: boolean;
  readonly dataDirectory: string | undefined;
  readonly language: Language | undefined;
  /** The browser shell's port; undefined takes any free one. */
  readonly port: number | undefined;
}

export type ParsedOptions =
  | { readonly ok: true; readonly options: Options }
  | { readonly ok: false; readonly message: string };

export const usage = `npm start -- [options]

  --browser        open the till in the installed Chrome, Edge or Chromium instead of the desktop window
  --no-window      open nothing: serve the screens on this PC and print their address
  --data-dir DIR   keep the shop in DIR (default: the user's application data folder)
  --lang LANGUAGE  first language of the screens: uz, ru or en
  --port N         port of the browser shell on 127.0.0.1 (default: any free one)
  --demo           open the demo shop
  --help           print this`;

const known = {
  browser: { type: 'boolean' },
  'no-window': { type: 'boolean' },
  demo: { type: 'boolean' },
  help: { type: 'boolean' },
  'data-dir': { type: 'string' },
  lang: { type: 'string' },
  port: { type: 'string' },
} as const;

/**
 * Reads the command line. Unknown words are refused, unless `tolerant`: an Electron main process also finds
 * Chromium's own switches and the app's path in its arguments.
 */
export function parseOptions(words: readonly string[], { tolerant = false } = {}): ParsedOptions {
  let values: Readonly<Record<string, unknown>>;
  try {
    values = parseArgs({
      args: [...words],
      options: known,
      strict: !tolerant,
      allowPositionals: tolerant,
    }).values;
  } catch (error) {
    return { ok: false, message: `${error instanceof Error ? error.message : error}\n\n${usage}` };
  }
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const lang = text('lang');
  const language = languages.find((candidate) => candidate === lang);
  // Chromium has a --lang of its own (de-DE and so on): a desktop must not stop at it.
  if (lang !== undefined && language === undefined && !tolerant) {
    return { ok: false, message: `--lang takes uz, ru or en, not "${lang}".` };
  }
  const port = text('port');
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)) {
    return { ok: false, message: `--port takes a number from 1 to 65535, not "${port}".` };
  }
  if (text('data-dir') === '') return { ok: false, message: '--data-dir takes a folder.' };
  return {
    ok: true,
    options: {
      browser: values.browser === true,
      window: values['no-window'] !== true,
      demo: values.demo === true,
      help: values.help === true,
      dataDirectory: text('data-dir'),
      language,
      port: port === undefined ? undefined : Number(port),
    },
  };
}
