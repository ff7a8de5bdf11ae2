import { Suspense, lazy, useEffect } from 'react';
import { listen } from '#renderer/bridge/bridge.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import type { Route } from '#renderer/routes/route.ts';
import { isEditable } from '#renderer/ui/keys.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { translate } from '#shared/i18n/translate.ts';
import { copiedPage } from './copied-page.ts';
import { DropTarget } from './DropTarget.tsx';
import { isImportOpen, openImport, useOpenImport } from './open-import.ts';
import { summaryText } from './outcome-text.ts';

const ImportDialog = lazy(async () => ({
  default: (await import('./ImportDialog.tsx')).ImportDialog,
}));

/** What of the import is there on every page: the drop target, the dialog, its key, and news of its end. */
export function ImportLayer({ page }: { readonly page: Route['page'] }) {
  const opened = useOpenImport();
  useEffect(tellOfEnds, []);
  useCommands({ 'import.open': () => openImport(), 'import.text': () => openImport('') });
  useEffect(() => {
    if (page !== 'library') return undefined;
    const handlePaste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isEditable(event.target) || text.trim() === '' || isImportOpen()) return;
      event.preventDefault();
      openImport(text, copiedPage(event.clipboardData));
    };
    window.addEventListener('paste', handlePaste);
    return () => window.removeEventListener('paste', handlePaste);
  }, [page]);
  return (
    <>
      <DropTarget />
      {opened && (
        <Suspense fallback={null}>
          <ImportDialog opened={opened} />
        </Suspense>
      )}
    </>
  );
}

/** A toast at the end of an import that nobody is looking at. */
function tellOfEnds(): () => void {
  let wasRunning = false;
  return listen('import/progress', (state) => {
    if (wasRunning && state.state !== 'running' && !isImportOpen()) {
      const action = { label: translate('import.showList'), run: () => openImport() };
      showToast({ text: summaryText(state), action });
    }
    wasRunning = state.state === 'running';
  });
}
