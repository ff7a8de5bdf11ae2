import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { createQueryClient, followEvents, prefetchFirstScreen } from './bridge/queries.ts';
import './styles/global.css';

performance.mark('script-started');
const client = createQueryClient();
followEvents(client);
// Asked before React starts: the answers come while it does.
void prefetchFirstScreen(client);

const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  );
}
