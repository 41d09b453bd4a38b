/** Starts the screens. */
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { prepareLanguage, storedLanguage } from './language.ts';
import { keepBrowsersKeys } from './useKeys.ts';

keepBrowsersKeys();
await prepareLanguage(storedLanguage() ?? 'uz');
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
