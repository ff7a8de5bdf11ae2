import { type IconName, MIRRORED, iconPaths, isFilled } from './icons.ts';
import styles from './Icon.module.css';

/** A stroke icon. It is hidden from screen readers, because the control around it has the accessible name. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  const classes = [
    styles.icon,
    small ? styles.small : '',
    isFilled(name) ? styles.filled : '',
    MIRRORED.has(name) ? 'flip' : '',
  ];
  return (
    <svg className={classes.filter(Boolean).join(' ')} viewBox="0 0 24 24" aria-hidden="true">
      {iconPaths(name).map((path) =>
        typeof path === 'string' ? (
          <path key={path} d={path} />
        ) : (
          <path key={path.d} d={path.d} className={styles[path.look]} />
        ),
      )}
    </svg>
  );
}
