import type { CommandId } from '#shared/commands/table.ts';
import type { MessageKey } from '#shared/i18n/translate.ts';

/** What the window knows of a page besides its component, which `app/App.tsx` names. */
interface PageRow {
  /** The address after `#/`. */
  readonly path: string;
  /** The name of the page in the title of the window, in the navigation and on the way back to it. */
  readonly title: MessageKey;
  /** Articles are opened from this page, so the way back from an article may lead to it. */
  readonly isList: boolean;
  /** `route.ts` reads and writes the parameters of the address. Without this field the address is only the path. */
  readonly hasParameters?: true;
  /** The link in the navigation. A page without it is reached in another way. */
  readonly link?: {
    /** The command that opens the page too. The link shows its icon. */
    readonly command: CommandId;
    readonly at: 'top' | 'foot';
    /** The number beside the link. */
    readonly count?: 'all' | 'reading' | 'saved' | 'highlights';
  };
}

/** Every page of the app, in the order of the navigation. */
export const PAGES = {
  library: {
    path: '',
    title: 'nav.library',
    isList: true,
    link: { command: 'go.library', at: 'top', count: 'all' },
  },
  continue: {
    path: 'continue',
    title: 'nav.continue',
    isList: true,
    link: { command: 'go.continue', at: 'top', count: 'reading' },
  },
  search: {
    path: 'search',
    title: 'nav.search',
    isList: true,
    hasParameters: true,
    link: { command: 'go.search', at: 'top' },
  },
  saved: {
    path: 'saved',
    title: 'nav.saved',
    isList: true,
    link: { command: 'go.saved', at: 'top', count: 'saved' },
  },
  annotations: {
    path: 'annotations',
    title: 'nav.annotations',
    isList: true,
    hasParameters: true,
    link: { command: 'go.annotations', at: 'top', count: 'highlights' },
  },
  settings: {
    path: 'settings',
    title: 'nav.settings',
    isList: false,
    link: { command: 'go.settings', at: 'foot' },
  },
  article: { path: 'article', title: 'reader.label', isList: false, hasParameters: true },
} as const satisfies Readonly<Record<string, PageRow>>;

type Pages = typeof PAGES;
export type PageName = keyof Pages;

/** The names of the pages whose rows have these fields. */
type PagesWith<Fields> = {
  [Name in PageName]: Pages[Name] extends Fields ? Name : never;
}[PageName];

/** A page whose address has no parameters. */
export type PlainPage = Exclude<PageName, PagesWith<{ hasParameters: true }>>;
/** A page from which articles are opened. */
export type ListPage = PagesWith<{ isList: true }>;
/** A page that the navigation links to. */
export type LinkedPage = PagesWith<{ link: object }>;

const PAGE_NAMES = Object.keys(PAGES) as PageName[];

export const PLAIN_PAGES = PAGE_NAMES.filter(
  (name): name is PlainPage => !('hasParameters' in PAGES[name]),
);

export const LINKED_PAGES = PAGE_NAMES.filter((name): name is LinkedPage => 'link' in PAGES[name]);

export const isListPage = (name: PageName): name is ListPage => PAGES[name].isList;
