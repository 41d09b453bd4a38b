/** Puts one module of the screens into an empty page, so that it is proved in the browser it will run in. */
import type { Page } from '@playwright/test';
import { build } from 'vite';

/** Opens an empty page whose `window[name]` holds what the module exports. */
export async function openWithModule(page: Page, module: string, name: string): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      target: 'chrome120',
      lib: { entry: module, formats: ['iife'], name },
    },
  });
  const bundles = Array.isArray(built) ? built : [built];
  const code = bundles.flatMap((bundle) =>
    'output' in bundle ? bundle.output.flatMap((part) => (part.type === 'chunk' ? [part.code] : [])) : [],
  );
  await page.goto('about:blank');
  // A script element declares its names for the whole page; the bundle's own `var` becomes `window[name]`.
  await page.addScriptTag({ content: code.join('\n') });
}
