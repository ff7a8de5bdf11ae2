import type { ButtonHTMLAttributes, Ref } from 'react';
import type { CommandId } from '#shared/commands/table.ts';
import { formatNumber } from '#shared/i18n/locale.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { shortcutHints } from './shortcuts.ts';
import styles from './Button.module.css';

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  /** The accessible name; also the tooltip, with the shortcut beside it. */
  readonly label: string;
  readonly icon: IconName;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  /** What the button does, for its keys. */
  readonly command?: CommandId;
  readonly small?: boolean;
  readonly badge?: number;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with an icon only. */
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
