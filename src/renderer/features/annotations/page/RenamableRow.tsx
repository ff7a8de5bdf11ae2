import type { ReactNode } from 'react';
import type { MenuItem } from '#renderer/ui/Menu.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { RenameField } from '#renderer/ui/RenameField.tsx';
import { interfaceDirection } from '#shared/i18n/locale.ts';
import { translate } from '#shared/i18n/translate.ts';
import styles from './NameList.module.css';

interface RenamableRowProps {
  /** Identifies the row in its list. */
  readonly id: string;
  readonly name: string;
  /** The accessible name of the field for the new name. */
  readonly fieldLabel: string;
  readonly maxLength: number;
  readonly isRenaming: boolean;
  readonly readOnly: boolean;
  /** The direction of the name. */
  readonly dir: 'auto' | 'rtl' | 'ltr';
  /** The link or button that shows the name and opens the row. */
  readonly opener: ReactNode;
  readonly facts: ReactNode;
  readonly items: readonly MenuItem[];
  /** Receives the new name; `null` when the reader left it as it was. */
  readonly onRenamed: (name: string | null) => void;
}

/** A row of a list of names: the name and its facts, or a field for a new name, and a menu. */
export function RenamableRow(props: RenamableRowProps) {
  const { id, name, fieldLabel, maxLength, dir, opener, facts, items, onRenamed } = props;
  return (
    <li className={styles.row} data-renamable={id}>
      {props.isRenaming ? (
        <RenameField label={fieldLabel} value={name} maxLength={maxLength} onDone={onRenamed} />
      ) : (
        <div className={styles.content} dir={dir}>
          {opener}
          <span className={styles.facts} dir={interfaceDirection()}>
            {facts}
          </span>
        </div>
      )}
      {!props.readOnly && (
        <MenuButton small icon="more" label={translate('ann.more')} items={items} />
      )}
    </li>
  );
}
