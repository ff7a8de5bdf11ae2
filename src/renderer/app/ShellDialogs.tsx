import { Suspense, lazy, useState } from 'react';
import { useCommands } from '#renderer/commands/registry.ts';

const importPalette = () => import('#renderer/features/palette/index.ts');
const importHelp = () => import('#renderer/features/help/index.ts');
const Palette = lazy(async () => ({ default: (await importPalette()).Palette }));
const HelpDialog = lazy(async () => ({ default: (await importHelp()).HelpDialog }));

/**
 * Loads the dialogs before they are opened, because letters that are typed right after the shortcut must reach the
 * field.
 */
export const loadShellDialogs = () => Promise.all([importPalette(), importHelp()]);

/** The dialogs that can be opened on every page, one at a time. */
export function ShellDialogs() {
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  useCommands({
    'palette.open': () => setOpen('palette'),
    'help.open': () => setOpen('help'),
  });
  // A dialog reports that it has closed when the next one may already be open, so it closes only itself.
  const closed = (name: typeof open) => (): void => setOpen((now) => (now === name ? null : now));
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <Palette onClose={closed('palette')} />}
      {open === 'help' && <HelpDialog onClose={closed('help')} />}
    </Suspense>
  );
}
