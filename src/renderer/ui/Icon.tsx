import { ICON_PATHS, type IconName, MIRRORED } from './icons.ts';
import styles from './Icon.module.css';

/** A stroke icon; the control around it has the name. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  const filled = name === 'bm-filled';
  const paths = ICON_PATHS[filled ? 'bm' : name];
  const classes = [
    styles.icon,
    small ? styles.small : '',
    filled ? styles.filled : '',
    MIRRORED.has(name) ? 'flip' : '',
  ];
  return (
    <svg className={classes.filter(Boolean).join(' ')} viewBox="0 0 24 24" aria-hidden="true">
      {paths.map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  );
}
