import { translate } from '#shared/i18n/translate.ts';
import { BridgeError } from '#renderer/bridge/bridge.ts';
import { useSearchState } from '#renderer/bridge/queries.ts';
import styles from './SearchPage.module.css';

/** Says when the search itself is not ready, or failed. */
export function StateLine({ error }: { readonly error: unknown }) {
  const state = useSearchState();
  const text = describe(state, error);
  return (
    <p role="status" className={text === '' ? undefined : styles.state}>
      {text}
    </p>
  );
}

function describe(state: ReturnType<typeof useSearchState>, error: unknown): string {
  if (state === 'preparing' || state === 'restarting' || state === 'gone') {
    return translate(`search.${state}`);
  }
  if (!error) return '';
  const code = error instanceof BridgeError ? error.failure.code : 'app/unexpected';
  return translate('search.failed', { code });
}
