import { Suspense, lazy, useEffect } from 'react';
import { call, listen } from '#renderer/bridge/bridge.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import type { Route } from '#renderer/routes/route.ts';
import { isEditable } from '#renderer/ui/keys.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { recordAdded } from '#renderer/undo/article-changes.ts';
import type { ArticleId } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import { copiedPage } from './copied-page.ts';
import { DropTarget } from './DropTarget.tsx';
import { isImportOpen, openImport, useOpenImport } from './open-import.ts';
import { summaryText } from './outcome-text.ts';

const ImportDialog = lazy(async () => ({
  default: (await import('./ImportDialog.tsx')).ImportDialog,
}));

/**
 * The parts of the import that exist on every page: the drop target, the dialog, its shortcuts, and the message at
 * its end.
 */
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

/** The articles that were recorded for undo already, because a second import adds to the same list of items. */
const recorded = new Set<ArticleId>();

/** Records the articles that an import has added as one step of undo. */
async function recordAdditions(): Promise<void> {
  const items = await call('import/items', {});
  const added = items
    .map(({ outcome }) => outcome)
    .filter((outcome) => outcome.kind === 'added')
    .filter(({ articleId }) => !recorded.has(articleId));
  for (const { articleId } of added) recorded.add(articleId);
  recordAdded(added);
}

/**
 * Records each import that ends for undo, and shows a message unless the dialog with its list is open. @returns the
 * function that stops this
 */
function tellOfEnds(): () => void {
  let wasRunning = false;
  return listen('import/progress', (state) => {
    const hasEnded = wasRunning && state.state !== 'running';
    if (hasEnded) void recordAdditions();
    if (hasEnded && !isImportOpen()) {
      const action = { label: translate('import.showList'), run: () => openImport() };
      showToast({ text: summaryText(state), action });
    }
    wasRunning = state.state === 'running';
  });
}
