/** The till in one file: it starts in a fifth of the time that its many source files take, and is killed fifty times. */
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../electron/shell/root.ts';

/** Builds `killedTill.ts` below `out/`, where it finds the native modules; answers the file. */
export async function bundleTill(): Promise<string> {
  const folder = join(root, 'out/fault', String(process.pid));
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', '@napi-rs/canvas'] },
    build: {
      ssr: join(root, 'test/fault/killedTill.ts'),
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: 'till.mjs', codeSplitting: false } },
    },
  });
  return join(folder, 'till.mjs');
}
