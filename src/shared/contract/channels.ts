/** Names only: the preload's allow-list, so this file imports nothing. */
export const CHANNELS = [
  'app/info',
  'library/list',
  'library/get',
  'marks/summaries',
  'marks/get',
  'annotations/save',
  'annotations/remove',
  'bookmarks/set',
  'reading/save',
  'search/query',
  'search/locate',
  'search/annotations',
  'settings/get',
  'settings/set',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const EVENTS = ['marks/changed', 'search/state'] as const;
export type EventName = (typeof EVENTS)[number];
