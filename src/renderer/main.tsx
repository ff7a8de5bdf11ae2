import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { followLocale } from './app/follow-locale.ts';
import { loadFirstFonts } from './start/load-first-fonts.ts';
import { applyTheme } from './app/theme.ts';
import { createQueryClient, followEvents, prefetchFirstScreen } from './bridge/queries.ts';
import './styles/global.css';

performance.mark('script-started');
const client = createQueryClient();
followEvents(client);
const firstScreen = Promise.all([prefetchFirstScreen(client), loadFirstFonts()]);

// The window was opened in the chosen theme, so following the system now does not flash another one.
applyTheme('system')();

const root = document.querySelector('#root');
if (root) {
  // The page is rendered once, with everything that the first screen shows.
  await firstScreen;
  followLocale(client);
  performance.mark('data-there');
  createRoot(root).render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  );
}
