import { firstVisibleOffset } from '../position/first-visible.ts';
import type { ReaderSession } from '../session/session.ts';
import type { OpenPage } from '../text/page.ts';

/** What the find bar and its keys do. */
export interface FindActions {
  /** Opens the bar with the focus in its field. */
  readonly open: () => void;
  readonly close: () => void;
  readonly toggle: () => void;
  /** Goes to the next or previous match; opens the bar when the field is empty. */
  readonly step: (by: 1 | -1) => void;
}

/** @param uncover  called when the bar opens, to close what covers it */
export function createFindActions(
  session: ReaderSession,
  page: OpenPage,
  uncover: () => void,
): FindActions {
  const open = (): void => {
    uncover();
    session.openFind(() => firstVisibleOffset(page) ?? 0);
  };
  const close = (): void => {
    session.closeFind();
    page.scroller.current?.focus({ preventScroll: true });
  };
  return {
    open,
    close,
    toggle: () => (session.state.find.open ? close() : open()),
    step: (by) => (session.state.find.text.trim() === '' ? open() : session.stepFind(by)),
  };
}
