import { useDeferredValue } from 'react';
import type { ReaderMarks } from '#renderer/bridge/reader-marks.ts';
import { AnnotationPanel, type PanelHandlers } from '#renderer/features/annotations/index.ts';
import { useStableFunctions } from '#renderer/ui/use-stable-functions.ts';
import { useReader } from './open-reader.ts';
import { ContentsTab } from './contents/ContentsTab.tsx';
import { hasContents } from './contents/place.ts';
import { useSession } from './session/use-session.ts';
import styles from './Reader.module.css';

/** It is always the same element, so that the panel is not drawn again for it. */
const CONTENTS = <ContentsTab />;

interface MarksPanelProps {
  readonly marks: ReaderMarks;
  readonly loaded: boolean;
}

/** The panel with the contents and the marks of the article. It follows the reading position. */
export function MarksPanel({ marks, loaded }: MarksPanelProps) {
  const { article, panel, session, viewport } = useReader();
  const chosenId = useSession(session, (state) => state.chosenId);
  const followedId = useSession(session, (state) => state.followedId);
  const editingId = useSession(session, (state) => state.editingId);
  const tab = useSession(session, (state) => state.panel.tab);
  const pinningId = useSession(session, (state) => state.pinningId);
  // While the text is scrolled, the list beside it is updated with low priority.
  const followedLater = useDeferredValue(followedId);
  const handlers = useStableFunctions<PanelHandlers>({
    onEdit: session.edit,
    onJump({ id, span }) {
      session.choose(id);
      viewport.jumpTo(span, 'own');
    },
    onJumpToBlock(blockId) {
      viewport.jumpToBlock(blockId);
      session.chooseBlock(blockId);
    },
    onPin: session.pin,
    onTab: session.setTab,
    onClose: panel.toggle,
  });
  return (
    <div className={styles.panel}>
      <AnnotationPanel
        article={article}
        marks={marks}
        loaded={loaded}
        tab={tab}
        contents={hasContents(article) ? CONTENTS : null}
        chosenId={chosenId}
        currentId={editingId ?? chosenId ?? followedLater}
        editingId={editingId}
        pinningId={pinningId}
        handlers={handlers}
      />
    </div>
  );
}
