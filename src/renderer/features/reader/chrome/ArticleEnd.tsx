import { useIsReadOnly } from '#renderer/bridge/queries.ts';
import { articleRoute, formatRoute } from '#renderer/routes/route.ts';
import { Bidi } from '#renderer/ui/Bidi.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { shortcutHints } from '#renderer/ui/shortcuts.ts';
import type { ArticleSummary } from '#shared/domain/article.ts';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './ArticleEnd.module.css';

interface ArticleEndProps {
  readonly finished: boolean;
  readonly onFinished: () => void;
  readonly next: ArticleSummary | null;
}

/** The end of an article: a button that marks it as read, and a link to the next article. */
export function ArticleEnd({ finished, onFinished, next }: ArticleEndProps) {
  const readOnly = useIsReadOnly();
  return (
    <footer className={styles.end} aria-label={translate('reader.end')}>
      <Button
        kind="outline"
        icon="check"
        dir={interfaceDirection()}
        aria-pressed={finished}
        disabled={readOnly}
        {...shortcutHints(translate('reader.markDone'), 'read.toggle')}
        onClick={onFinished}
      >
        {translate(finished ? 'reader.markedDone' : 'reader.markDone')}
      </Button>
      {next && (
        <a className={styles.next} dir={next.direction} href={formatRoute(articleRoute(next.id))}>
          <span className={styles.kicker} dir={interfaceDirection()}>
            {translate('reader.nextArticle')}
          </span>
          <span className={styles.title}>
            <Bidi text={next.title} />
          </span>
        </a>
      )}
    </footer>
  );
}
