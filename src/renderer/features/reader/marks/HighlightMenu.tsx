import { useState } from 'react';
import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import { HistoryDialog, highlightItems } from '#renderer/features/annotations/index.ts';
import { Menu } from '#renderer/ui/Menu.tsx';
import { translate } from '#shared/i18n/translate.ts';
import type { OpenPage } from '../text/page.ts';
import type { HighlightActions } from './highlight-actions.ts';
import type { AskedHighlight } from './use-highlight-menu.ts';

interface HighlightMenuProps {
  readonly asked: AskedHighlight | null;
  readonly actions: HighlightActions;
  readonly page: OpenPage;
  readonly onClose: () => void;
}

/** The menu of a highlight. The highlight is chosen while the menu is open. */
export function HighlightMenu({ asked, actions, page, onClose }: HighlightMenuProps) {
  const readOnly = useIsReadOnly();
  const [past, setPast] = useState<AskedHighlight | null>(null);
  return (
    <>
      {asked && (
        <Menu
          label={translate('ann.more')}
          anchor={() => asked.box}
          items={highlightItems({
            annotation: asked.annotation,
            readOnly,
            onNote: () => void actions.writeNote(),
            onTags: () => void actions.editTags(),
            onMeaning: (meaning) => void actions.highlight(meaning),
            onHistory: () => setPast(asked),
            onRemove: () => void actions.remove(),
          })}
          onClose={(refocus) => {
            onClose();
            if (refocus) page.scroller.current?.focus({ preventScroll: true });
          }}
        />
      )}
      {past && <HistoryDialog record={past.annotation.record} onClose={() => setPast(null)} />}
    </>
  );
}
