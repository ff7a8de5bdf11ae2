import { useState } from 'react';
import type { Article } from '#shared/domain/article.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { DataSection } from './DataSection.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { useImport } from './use-import.tsx';

/** The menu for the marks of an article: export, import and the backups of the library. */
export function ExchangeMenu({ article }: { article: Pick<Article, 'id'> }) {
  const [open, setOpen] = useState<'export' | 'data' | null>(null);
  const importing = useImport();
  const close = () => setOpen(null);

  return (
    <>
      <MenuButton
        small
        icon="more"
        label={translate('exchange.menu')}
        items={[
          { label: translate('exchange.export'), run: () => setOpen('export') },
          { label: translate('exchange.import'), run: importing.start },
          { label: translate('exchange.dataOpen'), run: () => setOpen('data') },
        ]}
      />
      {open === 'export' && (
        <ExportDialog
          scopes={[{ kind: 'article', articleId: article.id }, { kind: 'all' }]}
          onClose={close}
        />
      )}
      {open === 'data' && (
        <Dialog title={translate('exchange.data')} onClose={close}>
          <DataSection />
        </Dialog>
      )}
      {importing.dialog}
    </>
  );
}
