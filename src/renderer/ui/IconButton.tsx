import type { ButtonHTMLAttributes, Ref } from 'react';
import type { CommandId } from '#shared/commands/table.ts';
import { formatNumber } from '#shared/i18n/locale.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { shortcutHints } from './shortcuts.ts';
import styles from './Button.module.css';

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** The accessible name. The tooltip shows it, too, with the shortcut. */
  readonly label: string;
  readonly icon: IconName;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  /** The command that the button carries out. Its shortcut is shown in the tooltip. */
  readonly command?: CommandId;
  readonly small?: boolean;
  readonly badge?: number;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that shows only an icon. */
export function IconButton({
  label,
  icon,
  pressed,
  expanded,
  command,
  small = false,
  badge,
  className = '',
  ...rest
}: IconButtonProps) {
  const count = badge !== undefined && badge > 0 ? formatNumber(badge) : null;
  const classes = [styles.iconButton, small ? styles.smallIcon : '', className];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      aria-label={count === null ? label : `${label} (${count})`}
      {...shortcutHints(label, command)}
      aria-pressed={pressed}
      aria-expanded={expanded}
      {...rest}
    >
      <Icon name={icon} small={small} />
      {count !== null && <span className={styles.badge} data-count={count} aria-hidden="true" />}
    </button>
  );
}
