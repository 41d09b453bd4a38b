import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** The desktop bundles and the screens. The browser shell runs the till's TypeScript directly and only needs the screens. */
export default defineConfig({
  main: {
    build: { rolldownOptions: { input: { desktop: resolve('electron/shell/desktop.ts') } } },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve('electron/shell/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      rolldownOptions: { input: resolve('renderer/index.html') },
      minify: true,
      target: 'chrome120',
    },
  },
});
