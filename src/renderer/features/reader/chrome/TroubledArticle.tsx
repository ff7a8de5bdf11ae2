import { LIBRARY } from '#renderer/routes/route.ts';
import { navigate } from '#renderer/routes/use-route.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { troubleReason } from '#renderer/ui/trouble-text.ts';
import type { Coded } from '#shared/domain/result.ts';
import { translate } from '#shared/i18n/translate.ts';

const TROUBLED = ['library/damaged', 'library/newer-version', 'library/unreadable'];

/** True for a failure of which `TroubledArticle` can say what is true and what to do. */
export const isTroubled = (code: string): boolean => TROUBLED.includes(code);

interface TroubledArticleProps {
  /** Of reading the article; one of those that `isTroubled` knows. */
  readonly failure: Coded;
  /** Asks for the article again. */
  readonly onRetry: () => void;
}

/** In place of an article whose file is damaged, of a newer version, or not to be had from the disk. */
export function TroubledArticle({ failure, onRetry }: TroubledArticleProps) {
  const { title, hint } = explain(failure);
  // Only the disk may think better of it.
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
