import { useState } from 'react';
import { useAppInfo } from '#renderer/bridge/queries.ts';
import type { Output } from '#shared/contract/contract.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { isolatePath } from '#shared/i18n/file-names.ts';
import { troubleReason } from '#renderer/ui/trouble-text.ts';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';
import styles from './Notices.module.css';

const MESSAGES: Readonly<Record<string, MessageKey>> = {
  'library/newer-version': 'notice.libraryNewer',
  'library/not-remade': 'notice.libraryNotRemade',
  'library/remade': 'notice.libraryRemade',
  'library/unreadable': 'notice.libraryUnreadable',
  'store/recovered': 'notice.recovered',
  'store/quarantined': 'notice.quarantined',
  'store/folder-unread': 'notice.folderUnread',
  'store/journal-unread': 'notice.journalUnread',
  'store/read-failed': 'notice.readFailed',
  'store/read-only': 'notice.readOnly',
  'store/newer-records': 'notice.newerRecords',
  'store/newer-version': 'notice.newerVersion',
  'store/low-space': 'notice.lowSpace',
  'tags/damaged-change': 'notice.tagsDamaged',
  'tags/newer-change': 'notice.tagsNewer',
};

/** The messages that say where damaged files were put, by the code of the notice. */
const KEPT: Readonly<Record<string, MessageKey>> = {
  'library/not-remade': 'notice.libraryNotRemadeKept',
  'library/remade': 'notice.libraryRemadeKept',
};

/** Notices that are good news and are shown without the colour of a warning. */
const QUIET = new Set([
  'library/newer-version',
  'library/remade',
  'store/newer-records',
  'store/recovered',
  'tags/newer-change',
]);

type Notice = Output<'app/info'>['notices'][number];

/**
 * The message of a notice. When nothing can be saved, it depends on the reason, because the reason decides what the
 * reader can do.
 */
function messageOf({ code, params }: Notice): MessageKey {
  if (code === 'store/read-only' && params?.['reason'] === 'locked') return 'notice.locked';
  // A file that was lost as a whole was not put anywhere, so another message is shown.
  if (params?.['kept']) return KEPT[code] ?? 'err.generic';
  return MESSAGES[code] ?? 'err.generic';
}

/** The parameters of a notice for its sentence: the reason in words, and a folder with its parts in order. */
function inWords({ code, params }: Notice): Notice['params'] {
  const folder = params?.['folder'];
  return {
    ...params,
    ...(code === 'library/not-remade' && { reason: troubleReason(String(params?.['reason'])) }),
    ...(folder !== undefined && { folder: isolatePath(String(folder)) }),
  };
}

/**
 * Leaves out the notice that nothing can be saved when another one gives the reason already: a newer version wrote the
 * files, or the newest changes cannot be read.
 */
function withoutRepeats(notices: readonly Notice[]): readonly Notice[] {
  const isNewer = notices.some(({ code }) => code === 'store/newer-version');
  return notices.filter(
    ({ code, params }) =>
      code !== 'store/read-only' || !(isNewer || params?.['reason'] === 'unread-journal'),
  );
}

/**
 * A notice that this is not a release; `null` for a release. In a package it cannot be closed, because readers could
 * take the package for a release.
 */
function runtimeNotice(info: Output<'app/info'>) {
  if (!info.fallbackRuntime) return null;
  const text = info.isTestPackage ? 'notice.testPackage' : 'notice.fallbackRuntime';
  return {
    id: 'runtime',
    text: translate(text, { version: info.electron }),
    grave: info.isTestPackage,
    stays: info.isTestPackage,
  };
}

/** Shows what the reader must know about this start, such as an old runtime or a quarantined file. */
export function Notices() {
  const { data: info } = useAppInfo();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  if (!info) return null;
  const notices = [
    runtimeNotice(info),
    ...withoutRepeats(info.notices).map((notice) => ({
      id: notice.code,
      text: translate(messageOf(notice), inWords(notice)),
      grave: !QUIET.has(notice.code),
      stays: false,
    })),
  ].filter((notice) => notice !== null);
  return notices
    .filter(({ id }) => !dismissed.has(id))
    .map(({ id, text, grave, stays }) => (
      <div
        key={id}
        className={grave ? `${styles.notice} ${styles.grave}` : styles.notice}
        role={grave ? 'alert' : 'note'}
      >
        <Icon name="warn" small />
        <span>{text}</span>
        {!stays && (
          <IconButton
            small
            icon="x"
            label={translate('common.close')}
            onClick={() => setDismissed(new Set([...dismissed, id]))}
          />
        )}
      </div>
    ));
}
