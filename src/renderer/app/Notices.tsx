import { useState } from 'react';
import { useAppInfo } from '#renderer/bridge/queries.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { type MessageKey, translate } from '#shared/i18n/translate.ts';
import styles from './Notices.module.css';

const MESSAGES: Readonly<Record<string, MessageKey>> = {
  'library/quarantined': 'notice.libraryQuarantined',
  'store/recovered': 'notice.recovered',
  'store/quarantined': 'notice.quarantined',
  'store/read-failed': 'notice.readFailed',
  'store/read-only': 'notice.readOnly',
  'store/newer-version': 'notice.newerVersion',
  'store/low-space': 'notice.lowSpace',
};

/** What the reader must know of this start: an old runtime, a damaged file that was put aside. */
export function Notices() {
  const { data: info } = useAppInfo();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  if (!info) return null;
  const notices = [
    ...(info.fallbackRuntime
      ? [
          {
            id: 'runtime',
            text: translate('notice.fallbackRuntime', { version: info.electron }),
            grave: false,
          },
        ]
      : []),
    ...info.notices.map(({ code, params }) => ({
      id: code,
      text: translate(MESSAGES[code] ?? 'err.generic', params),
      grave: true,
    })),
  ];
  return notices
    .filter(({ id }) => !dismissed.has(id))
    .map(({ id, text, grave }) => (
      <div
        key={id}
        className={grave ? `${styles.notice} ${styles.grave}` : styles.notice}
        role={grave ? 'alert' : 'note'}
      >
        <Icon name="warn" small />
        <span>{text}</span>
        <IconButton
          small
          icon="x"
          label={translate('common.close')}
          onClick={() => setDismissed(new Set([...dismissed, id]))}
        />
      </div>
    ));
}
