/** The names of all calls. They are the preload's allow-list, so this file imports nothing. */
export const CHANNELS = [
  'app/info',
  'app/release',
  'app/parts',
  'link/open',
  'library/list',
  'library/summaries',
  'library/get',
  'library/edit',
  'library/remove',
  'library/restore',
  'library/remove-many',
  'library/restore-many',
  'library/label',
  'bin/list',
  'bin/erase',
  'import/choose',
  'import/dropped',
  'import/text',
  'import/state',
  'import/items',
  'import/cancel',
  'import/dismiss',
  'import/decide',
  'import/put-decision',
  'marks/summaries',
  'marks/get',
  'marks/apply',
  'annotations/save',
  'annotations/remove',
  'annotations/pin',
  'drafts/keep',
  'drafts/list',
  'annotations/list',
  'annotations/history',
  'annotations/removed',
  'tags/list',
  'tags/change',
  'tags/put',
  'bookmarks/set',
  'reading/get',
  'reading/save',
  'shelf/put',
  'shelf/put-many',
  'search/status',
  'search/query',
  'search/locate',
  'search/annotations',
  'exchange/export',
  'exchange/read-import',
  'exchange/cancel-import',
  'exchange/apply-import',
  'backup/write',
  'backup/choose',
  'backup/opened',
  'backup/dated',
  'backup/inspect',
  'backup/cancel',
  'backup/restore',
  'print/save-pdf',
  'picture/save',
  'settings/get',
  'settings/set',
] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * Channels whose answers may have megabytes. They also answer as JSON text, because the preload copies objects one by
 * one, which takes several times as long as parsing the text.
 */
export const TEXT_CHANNELS = [
  'library/list',
  'library/get',
  'marks/get',
  'annotations/list',
  'search/annotations',
  'exchange/apply-import',
] as const;
export type TextChannel = (typeof TEXT_CHANNELS)[number];

/** The name of the channel that gives the same answer as JSON text. */
export const textChannel = (channel: TextChannel): string => `${channel}#text`;

/**
 * The preload itself calls this channel with the paths of files that were really dropped. The window may not name
 * paths, so that no script in it can make the app read a file.
 */
export const DROP_CHANNEL = 'import/dropped' satisfies Channel;

export const EVENTS = [
  'marks/changed',
  'reading/changed',
  'tags/changed',
  'library/changed',
  'import/progress',
  'search/state',
  'command/run',
  'backup/opened',
  'backup/reading',
  'exchange/reading',
] as const;
export type EventName = (typeof EVENTS)[number];
