#!/usr/bin/env node
// Stands in for Electron's executable, where its binary cannot be had: runs the built main bundle under Node 24 with
// `electron` answered by module.ts, whose windows are Chromium pages. Started as Electron is: electron.mjs [switches] FOLDER
import { readFileSync } from 'node:fs';
import inspector from 'node:inspector';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const standIn = new URL('./module.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' || name === 'electron/main'
      ? { url: standIn, shortCircuit: true }
      : next(name, context),
});

const words = process.argv.slice(2);
const folder = resolve(words.find((word) => !word.startsWith('-')) ?? '.');
const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

// Playwright waits for the inspector's "Debugger listening" and talks to the main process through it.
if (words.some((word) => word.startsWith('--inspect'))) inspector.open(0, '127.0.0.1');
Object.defineProperty(process.versions, 'electron', { value: 'stand-in', enumerable: true });
Object.assign(process, { type: 'browser', resourcesPath: join(folder, 'resources') });

await import(pathToFileURL(join(folder, main)).href);
