import { LIBRARY } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { troubleReason } from '#renderer/ui/trouble-text.ts';
import type { Coded } from '#shared/domain/result.ts';
import { translate } from '#shared/i18n/translate.ts';

const TROUBLED = ['library/damaged', 'library/newer-version', 'library/unreadable'];

/** True for a failure that `TroubledArticle` can explain. */
export const isTroubled = (code: string): boolean => TROUBLED.includes(code);

interface TroubledArticleProps {
  /** Why the article could not be read; a failure that `isTroubled` accepts. */
  readonly failure: Coded;
  /** Reads the article again. */
  readonly onRetry: () => void;
}

/** Shown instead of an article whose file is damaged, of a newer version, or unreadable on the disk. */
export function TroubledArticle({ failure, onRetry }: TroubledArticleProps) {
  const { title, hint } = explain(failure);
  // Only a disk that did not answer may answer at the next attempt.
  const mayRetry = failure.code === 'library/unreadable';
  return (
    <EmptyState title={title} hint={hint}>
      {mayRetry && (
        <Button kind="primary" onClick={onRetry}>
          {translate('common.retry')}
        </Button>
      )}
      <Button kind={mayRetry ? 'outline' : 'primary'} onClick={() => navigate(LIBRARY)}>
        {translate('reader.backToLibrary')}
      </Button>
    </EmptyState>
  );
}

function explain({ code, params }: Coded): { title: string; hint: string } {
  switch (code) {
    case 'library/newer-version':
      return {
        title: translate('trouble.page.newer'),
        hint: translate('trouble.page.newerHint'),
      };
    case 'library/damaged': {
      const reason = troubleReason(String(params?.['reason'] ?? ''));
      return {
        title: translate('trouble.page.damaged'),
        hint: translate('trouble.page.damagedHint', { reason }),
      };
    }
    default:
      return {
        title: translate('trouble.page.unreadable'),
        hint: translate('trouble.page.unreadableHint'),
      };
  }
}
