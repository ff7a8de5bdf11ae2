import { use } from 'react';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { ReferencesContext } from '../text/words/references.ts';
import styles from './WayBack.module.css';

/**
 * Leads from a footnote back to where the text first refers to it, when the document itself has no such link. It stands
 * in the margin beside the last line.
 */
export function WayBack({ at }: { readonly at: number }) {
  const { footnoteAt, onFollow } = use(ReferencesContext);
  const from = footnoteAt(at)?.from ?? null;
  if (from === null) return null;
  return (
    <div className={styles.wayBack}>
      <IconButton
        small
        icon="up"
        label={translate('footnote.back')}
        onClick={() => onFollow(from)}
      />
    </div>
  );
}
