import { viewState } from '#renderer/view-state/view-state.ts';
import type { Grouping, ListFilter } from './arrange-annotations.ts';

/** How the list of highlights on the marks page is searched, filtered and grouped. */
export interface View extends Omit<ListFilter, 'found'> {
  readonly grouping: Grouping;
  readonly text: string;
}

export const NO_VIEW: View = {
  grouping: 'article',
  text: '',
  meanings: [],
  onlyNotes: false,
  tag: null,
};

/** True when the view may hide highlights. */
export const isNarrowed = ({ text, meanings, onlyNotes, tag }: View): boolean =>
  text.trim() !== '' || meanings.length > 0 || onlyNotes || tag !== null;

/** The view as it was left. The window remembers it, so that coming back from a passage finds the same list. */
export const keptView = {
  get: (): View => viewState.get('highlightsView') ?? NO_VIEW,
  set: (view: View): void => viewState.set('highlightsView', view),
};
