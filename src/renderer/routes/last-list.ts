import type { Route } from './route.ts';

/** A page with a list, from which articles are opened. */
export type ListRoute = Exclude<Route, { page: 'article' | 'settings' }>;

let last: ListRoute = { page: 'library' };

/** Takes down which list is on the screen. */
export function rememberList(route: Route): void {
  if (route.page !== 'article' && route.page !== 'settings') last = route;
}

/** The list that was on the screen last: where the way back from an article leads. */
export const lastList = (): ListRoute => last;
