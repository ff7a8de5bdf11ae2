import { IconButton } from '#renderer/ui/IconButton.tsx';
import { setFocusMode } from '#renderer/ui/focus-mode.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from '../Reader.module.css';

/** The only button beside the text in the focus mode; it leaves the mode. */
export function LeaveFocusMode() {
  return (
    <div className={styles.leave}>
      <IconButton
        icon="x"
        label={translate('reader.leaveFocusMode')}
        command="focus.toggle"
        onClick={() => setFocusMode(false)}
      />
    </div>
  );
}
