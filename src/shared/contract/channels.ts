/** Names only: the preload's allow-list, so this file imports nothing. */
export const CHANNELS = [
  'app/info',
  'library/list',
  'library/get',
  'marks/summaries',
  'marks/get',
  'marks/apply',
  'annotations/save',
  'annotations/remove',
  'annotations/pin',
  'bookmarks/set',
  'reading/save',
  'shelf/put',
  'search/query',
  'search/locate',
  'search/annotations',
  'exchange/export',
  'exchange/read-import',
  'exchange/apply-import',
  'backup/write',
  'backup/choose',
  'backup/opened',
  'backup/dated',
  'backup/inspect',
  'backup/restore',
  'print/save-pdf',
  'settings/get',
  'settings/set',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const EVENTS = ['marks/changed', 'search/state', 'command/run', 'backup/opened'] as const;
export type EventName = (typeof EVENTS)[number];
