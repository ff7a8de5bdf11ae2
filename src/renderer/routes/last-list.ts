import { viewState } from '#renderer/view-state/view-state.ts';
import { type ListPage, isListPage } from './pages.ts';
import type { Route } from './route.ts';

/** A list from which articles are opened. */
export type ListRoute = Extract<Route, { page: ListPage }>;

/** Remembers which list is on the screen. A page without a list changes nothing. */
export function rememberList(route: Route): void {
  if (isListRoute(route)) viewState.set('lastList', route);
}

const isListRoute = (route: Route): route is ListRoute => isListPage(route.page);

/** Returns the list that was on the screen last, to which going back from an article leads. */
export const lastList = (): ListRoute => viewState.get('lastList');
