import type { ComponentPropsWithRef, KeyboardEvent, MouseEvent } from 'react';
import styles from './TextLink.module.css';

interface TextLinkProps extends Omit<ComponentPropsWithRef<'span'>, 'onClick' | 'onKeyDown'> {
  readonly onPress: () => void;
}

/**
 * Words of a text that lead somewhere. They break across lines, and they are not a button, because a selection may begin
 * in them. A press is theirs alone.
 */
export function TextLink({ onPress, role = 'link', className, children, ...rest }: TextLinkProps) {
  function handleClick(event: MouseEvent): void {
    if (document.getSelection()?.isCollapsed === false) return;
    event.stopPropagation();
    onPress();
  }
  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    onPress();
  }
  return (
    <span
      {...rest}
      role={role}
      tabIndex={0}
      className={className ?? styles.link}
      onClick={handleClick}
      onKeyDown={handleKeyDown}
    >
      {children}
    </span>
  );
}
