import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { formatMoment } from '#renderer/ui/format-moment.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './GroupHead.module.css';

interface NewHeadProps {
  readonly count: number;
  /** When the latest of the new articles was added, ISO 8601. */
  readonly latestAt: string;
  readonly readOnly: boolean;
  readonly onTag: () => void;
  readonly onCollect: () => void;
  readonly onDone: () => void;
}

/** The heading of the newly added articles, with the actions that are used most on them. */
export function NewHead({ count, latestAt, readOnly, ...on }: NewHeadProps) {
  return (
    <Head title={translate('library.new')} isNew>
      <span>{translate('library.new.from', { n: count, when: formatMoment(latestAt) })}</span>
      <i className={styles.line} />
      <Button small icon="tag" disabled={readOnly} onClick={on.onTag}>
        {translate('library.new.tag', { n: count })}
      </Button>
      <Button small icon="folder" disabled={readOnly} onClick={on.onCollect}>
        {translate('library.act.collection')}
      </Button>
      <Button small disabled={readOnly} onClick={on.onDone}>
        {translate('common.done')}
      </Button>
    </Head>
  );
}

/** The heading of all other articles. */
export function RestHead() {
  return (
    <Head title={translate('library.rest')}>
      <i className={styles.line} />
    </Head>
  );
}

function Head({
  title,
  isNew = false,
  children,
}: {
  readonly title: string;
  readonly isNew?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <header className={isNew ? `${styles.head} ${styles.new}` : styles.head}>
      <h2>{title}</h2>
      {children}
    </header>
  );
}
