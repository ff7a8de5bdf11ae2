import { type BrowserWindow, dialog } from 'electron';
import type { OutwardLink } from '#shared/domain/outward-link.ts';
import type { DropQuestion } from './dropped-paths.ts';

/** Index of the first button, which changes nothing; Enter and Escape press it. */
const NO = 0;

/**
 * Questions that the main process asks in dialogs of the system, so that the reader answers them and not the window.
 */
export interface Ask {
  readonly openLink: (link: OutwardLink) => Promise<boolean>;
  readonly importDropped: (question: DropQuestion) => Promise<boolean>;
}

export function createAsk(window: BrowserWindow): Ask {
  async function ask(text: { message: string; detail: string; yes: string; no: string }) {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: text.message,
      detail: text.detail,
      buttons: [text.no, text.yes],
      defaultId: NO,
      cancelId: NO,
      noLink: true,
    });
    return response !== NO;
  }

  return {
    async openLink({ href, isForeignName }) {
      const { translate } = await import('#shared/i18n/translate.ts');
      return ask({
        message: translate('link.title'),
        detail: [href, ...(isForeignName ? [translate('link.foreignName')] : [])].join('\n\n'),
        yes: translate('link.open'),
        no: translate('common.cancel'),
      });
    },
    async importDropped({ count, folders, names }) {
      const { translate } = await import('#shared/i18n/translate.ts');
      return ask({
        message: translate('import.askDropped', { count }),
        detail: [...folders, ...names].join('\n'),
        yes: translate('import.askDroppedYes'),
        no: translate('common.cancel'),
      });
    },
  };
}
