import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { translate } from '#shared/i18n/translate.ts';
import { TABLE_FORMATS, type TableFormat } from './copy-table.ts';
import styles from './Table.module.css';

interface TableMenuProps {
  readonly onCopy: (format: TableFormat) => void;
}

/** Copies a table. The button stands in the margin at the end of the table's first line. */
export function TableMenu({ onCopy }: TableMenuProps) {
  return (
    <div className={styles.menu}>
      <MenuButton
        small
        icon="copy"
        label={translate('table.copy')}
        items={TABLE_FORMATS.map((format) => ({
          label: translate(`table.copy.${format}`),
          run: () => onCopy(format),
        }))}
      />
    </div>
  );
}
