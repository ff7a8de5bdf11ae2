import { viewState } from '#renderer/view-state/view-state.ts';
import type { Route } from './route.ts';

/** Every page except these is a list from which articles are opened; a new page without one is excluded here and below. */
export type ListRoute = Exclude<Route, { page: 'article' | 'settings' }>;

/** Remembers which list is on the screen. A page without a list changes nothing. */
export function rememberList(route: Route): void {
  if (route.page !== 'article' && route.page !== 'settings') viewState.set('lastList', route);
}

/** Returns the list that was on the screen last, to which going back from an article leads. */
export const lastList = (): ListRoute => viewState.get('lastList');
