import { call } from '#renderer/bridge/bridge.ts';
import type { MenuItem } from '#renderer/ui/Menu.tsx';
import { announce } from '#renderer/ui/live.ts';
import { cite } from '#shared/citation/cite.ts';
import type { Annotation, Meaning } from '#shared/domain/annotation.ts';
import { MEANINGS } from '#shared/domain/choices.ts';
import { placeIn } from '#shared/document/places.ts';
import { meaningName } from '#shared/i18n/meaning-names.ts';
import { translate } from '#shared/i18n/translate.ts';

interface HighlightMenu {
  readonly annotation: Annotation;
  readonly readOnly: boolean;
  /** Opens the note of the highlight; missing where notes cannot be written. */
  readonly onNote?: () => void;
  readonly onTags: () => void;
  readonly onMeaning: (meaning: Meaning) => void;
  readonly onHistory: () => void;
  readonly onRemove: () => void;
}

/** The menu of a highlight. It is the same in its card, on its words in the text and on the marks page. */
export function highlightItems(menu: HighlightMenu): readonly MenuItem[] {
  const { annotation, onNote } = menu;
  const history: MenuItem = {
    label: translate('history.title'),
    icon: 'history',
    run: menu.onHistory,
  };
  const copies: readonly MenuItem[] = [
    {
      label: translate('ann.copyText'),
      icon: 'copy',
      run: () => void copy(annotation.quote.exact),
    },
    {
      label: translate('ann.copyCited'),
      icon: 'cite',
      run: () => void copyWithSource(annotation),
    },
  ];
  if (menu.readOnly) return [...copies, history];
  const others = MEANINGS.filter((meaning) => meaning !== annotation.meaning);
  return [
    ...(onNote
      ? [
          {
            label: translate('sel.note'),
            icon: 'note',
            command: 'note.write',
            run: onNote,
          } as const,
        ]
      : []),
    { label: translate('tags.edit'), icon: 'tag', command: 'tags.edit', run: menu.onTags },
    ...copies,
    ...others.map((meaning) => ({
      label: translate('ann.makeKind', { kind: meaningName(meaning) }),
      icon: meaning,
      run: () => menu.onMeaning(meaning),
    })),
    history,
    {
      label: translate('sel.remove'),
      icon: 'trash',
      command: 'highlight.remove',
      danger: true,
      run: menu.onRemove,
    },
  ];
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  announce(translate('common.copied'));
}

async function copyWithSource({ articleId, span, quote }: Annotation): Promise<void> {
  const article = await call('library/get', { articleId });
  await copy(cite('text', { text: quote.exact, article, place: placeIn(article, span) }));
}
