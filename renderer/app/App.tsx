/** Everything a screen stands on: theme, words, the till's answers, routes. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { CatchBroken } from './Broken.tsx';
import { Connected } from './Connected.tsx';
import { router } from './routes.tsx';
import { theme } from './theme.ts';
import { useChanges } from './useTill.ts';

/** The till is this PC: no network to wait for, no retry that would help, and news come by the `changes` stream. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: Number.POSITIVE_INFINITY, gcTime: 60_000 },
    mutations: { networkMode: 'always', retry: false },
  },
});

function Screens() {
  useChanges();
  return (
    <Connected>
      <RouterProvider router={router} />
    </Connected>
  );
}

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="light">
      <Notifications position="bottom-left" autoClose={2500} />
      <CatchBroken>
        <QueryClientProvider client={queries}>
          <Screens />
        </QueryClientProvider>
      </CatchBroken>
    </MantineProvider>
  );
}
