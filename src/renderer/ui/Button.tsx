import type { ButtonHTMLAttributes, Ref } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import styles from './Button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'primary' | 'outline' | 'ghost' | 'danger';
  readonly small?: boolean;
  readonly icon?: IconName;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words. */
export function Button({
  kind = 'ghost',
  small = false,
  icon,
  className = '',
  children,
  ...rest
}: ButtonProps) {
  const classes = [styles.button, styles[kind], small ? styles.small : '', className];
  return (
    <button type="button" className={classes.filter(Boolean).join(' ')} {...rest}>
      {icon && <Icon name={icon} small={small} />}
      {children}
    </button>
  );
}
