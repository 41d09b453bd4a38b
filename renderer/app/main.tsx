/** Starts the screens. */
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { prepareLanguage, storedLanguage } from './language.ts';
import { isForPaper } from './printReport.ts';
import { keepBrowsersKeys } from './useKeys.ts';

keepBrowsersKeys();
await prepareLanguage(storedLanguage() ?? 'uz');
// The pages for paper and the screens know nothing of each other; a window shows the one or the other.
const screens = isForPaper(location.hash)
  ? import('./printApp.tsx').then(({ PrintApp }) => <PrintApp />)
  : import('./App.tsx').then(({ App }) => <App />);
const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode>{await screens}</StrictMode>);
