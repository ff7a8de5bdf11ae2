import { translate } from '#shared/i18n/translate.ts';
import { BridgeError } from '#renderer/bridge/bridge.ts';
import { useSearchStatus } from '#renderer/bridge/search-queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './SearchPage.module.css';

type SearchState = NonNullable<ReturnType<typeof useSearchStatus>>['state'];

interface StateLineProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Says when the search is not ready or has failed. It offers to try again when the state does not pass by itself. */
export function StateLine({ error, onRetry }: StateLineProps) {
  const state = useSearchStatus()?.state;
  const text = describe(state, error);
  const passes = state === 'preparing' || state === 'restarting';
  return (
    <div className={text === '' ? undefined : styles.state}>
      <p role="status">{text}</p>
      {text !== '' && !passes && (
        <Button small kind="outline" onClick={onRetry}>
          {translate('common.retry')}
        </Button>
      )}
    </div>
  );
}

function describe(state: SearchState | undefined, error: unknown): string {
  if (state === 'preparing' || state === 'restarting' || state === 'gone') {
    return translate(`search.state.${state}`);
  }
  if (!error) return '';
  const code = error instanceof BridgeError ? error.failure.code : 'app/unexpected';
  return translate('search.failed', { code });
}
