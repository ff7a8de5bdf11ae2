import { translate } from '#shared/i18n/translate.ts';
import { BridgeError } from '#renderer/bridge/bridge.ts';
import { useSearchState } from '#renderer/bridge/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './SearchPage.module.css';

interface StateLineProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Says when the search itself is not ready, or failed; what does not pass by itself can be tried again. */
export function StateLine({ error, onRetry }: StateLineProps) {
  const state = useSearchState();
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

function describe(state: ReturnType<typeof useSearchState>, error: unknown): string {
  if (state === 'preparing' || state === 'restarting' || state === 'gone') {
    return translate(`search.state.${state}`);
  }
  if (!error) return '';
  const code = error instanceof BridgeError ? error.failure.code : 'app/unexpected';
  return translate('search.failed', { code });
}
