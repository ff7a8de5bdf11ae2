import { useDeferredValue } from 'react';
import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import type { Route } from '#renderer/routes/route.ts';
import { showToast } from '#renderer/ui/toasts.ts';
import { useMedia } from '#renderer/ui/use-media.ts';
import { useStableFunctions } from '#renderer/ui/use-stable-functions.ts';
import type { Reading } from '#shared/domain/annotation.ts';
import { APPEARANCE_KEYS } from '#shared/domain/choices.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { translate } from '#shared/i18n/translate.ts';
import { ArticleText } from './ArticleText.tsx';
import { copyTable } from './parts/copy-table.ts';
import type { TextHandlers } from './parts/shown.ts';
import type { Sight } from './text/page.ts';
import { useMarkedMatches } from './find/use-matches.ts';
import { useHighlightInSight } from './marks/use-highlight-in-sight.ts';
import { useStretchMarks } from './marks/use-stretch-marks.ts';
import { useReader } from './open-reader.ts';
import { useSession } from './session/use-session.ts';

interface MarkedTextProps {
  readonly marks: ReaderMarks;
  readonly marksLoaded: boolean;
  readonly reading: Reading | null;
  readonly settings: Settings;
  readonly route: Extract<Route, { page: 'article' }>;
  readonly panelShown: boolean;
}

/** The text of the open article, with its marks and the matches of the find bar. */
export function MarkedText(props: MarkedTextProps) {
  const { marks, settings, route } = props;
  const { actions, article, page, panel, session } = useReader();
  const found = useMarkedMatches(session);
  const chosenBlock = useSession(session, ({ block }) => (block.byKey ? block.chosen : null));
  const chosenId = useSession(session, (state) => state.chosenId);
  // While the text is scrolled, the mark at the reading position is updated with low priority.
  const followedId = useDeferredValue(useSession(session, (state) => state.followedId));
  // The system's colours are the same for all meanings, so the lines have to tell them apart.
  const forcedColors = useMedia('(forced-colors: active)');
  const looks = APPEARANCE_KEYS.map((key) => settings[key]);
  const followHighlight = useHighlightInSight(session, page);
  const { onSight } = useStableFunctions({
    onSight: (sight: Sight) => {
      page.setSight(sight);
      followHighlight();
    },
  });
  const handlers = useStableFunctions<TextHandlers>({
    onBlockClick: (blockId) => session.chooseBlock(blockId),
    onHighlight({ id }) {
      session.choose(id);
      panel.show('highlights');
    },
    onHighlightFocus: ({ id }) => session.choose(id),
    onCopyTable: (offset, format) => void copyTableAt(article, offset, format),
    onRemoveBookmark: (blockId) => void actions.toggleBookmark(blockId),
  });
  return (
    <ArticleText
      page={page}
      marks={useStretchMarks(page.stretches, marks)}
      marksLoaded={props.marksLoaded}
      found={found}
      layoutKey={`${JSON.stringify(looks)} ${props.panelShown}`}
      everyLine={settings.highlightLines || forcedColors}
      startOffset={route.at?.start ?? props.reading?.offset ?? 0}
      currentBlock={chosenBlock}
      currentId={chosenId ?? followedId}
      handlers={handlers}
      onSight={onSight}
    />
  );
}

async function copyTableAt(...table: Parameters<typeof copyTable>): Promise<void> {
  await copyTable(...table);
  showToast({ text: translate('common.copied') });
}
