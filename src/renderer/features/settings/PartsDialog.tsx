import { useQuery } from '@tanstack/react-query';
import type { Output } from '#shared/contract/contract.ts';
import { call } from '#renderer/bridge/bridge.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { translate } from '#shared/i18n/translate.ts';
import styles from './PartsDialog.module.css';

type Parts = Output<'app/parts'>;

/**
 * Lists the fonts and components of the app, each with the text of its licence. The texts are read when the dialog
 * opens.
 */
export function PartsDialog({ onClose }: { readonly onClose: () => void }) {
  const { data: parts, isError } = useQuery({
    queryKey: ['app/parts'],
    queryFn: () => call('app/parts', {}),
    gcTime: 0,
  });
  return (
    <Dialog wide title={translate('parts.title')} onClose={onClose}>
      <p className={styles.hint}>{translate('parts.hint')}</p>
      {isError && <p role="alert">{translate('err.generic')}</p>}
      {parts && (
        <>
          <Group title={translate('parts.fonts')} parts={parts.filter(({ isFont }) => isFont)} />
          <Group
            title={translate('parts.components')}
            parts={parts.filter(({ isFont }) => !isFont)}
          />
        </>
      )}
    </Dialog>
  );
}

function Group({ title, parts }: { readonly title: string; readonly parts: Parts }) {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      <ul>
        {parts.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                <bdi className="ltr" lang="en">
                  {name} {version}
                </bdi>
                <span className={styles.licence}>
                  <bdi lang="en">{licence}</bdi>
                </span>
              </summary>
              <pre dir="ltr" lang="en">
                {text === '' ? licence : text}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
