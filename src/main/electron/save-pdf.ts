import type { WebContents } from 'electron';
import { suggestFileName } from '../marks-exchange/file-name.ts';
import { type FileDialogs, type NotWritten, writeFile } from '../marks-exchange/files.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { type Result, succeed } from '#shared/domain/result.ts';
import { translate } from '#shared/i18n/translate.ts';

/** The footer template with the page number. It needs no font of the app; its sizes are in pt of the page. */
const PAGE_NUMBER =
  '<div style="inline-size:100%;text-align:center;font-size:9pt"><span class="pageNumber"></span></div>';

interface Parts {
  readonly contents: WebContents;
  readonly dialogs: FileDialogs;
  readonly fs: FileSystem;
}

/**
 * Asks for a path and saves there as PDF, with page numbers, what the window would print.
 *
 * @param title title of the article, from which the file name is made
 * @returns the path, or `null` when the reader cancels
 */
export async function savePdf(
  { contents, dialogs, fs }: Parts,
  title: string,
): Promise<Result<{ readonly path: string | null }, NotWritten>> {
  const path = await dialogs.chooseTarget({
    title: translate('print.title'),
    suggestedName: suggestFileName(title, translate('app.name'), 'pdf'),
    kind: { name: 'PDF', extensions: ['pdf'] },
  });
  if (path === null) return succeed({ path });
  const bytes = await contents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: PAGE_NUMBER,
  });
  const written = writeFile(fs, path, bytes);
  return written.ok ? succeed({ path }) : written;
}
