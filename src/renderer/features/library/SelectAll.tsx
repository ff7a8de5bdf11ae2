import { useEffect, useRef } from 'react';
import { translate } from '#shared/i18n/translate.ts';
import styles from './SelectAll.module.css';

interface SelectAllProps {
  readonly total: number;
  readonly chosen: number;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

/** A check box that selects all listed articles or none. It takes the place of the filters. */
export function SelectAll({ total, chosen, onAll, onNone }: SelectAllProps) {
  const box = useRef<HTMLInputElement>(null);
  const some = chosen > 0 && chosen < total;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <div className={styles.all}>
      <label>
        <input
          ref={box}
          type="checkbox"
          checked={chosen === total}
          onChange={() => (chosen === total ? onNone() : onAll())}
        />
        {translate('library.selectAll', { n: total })}
      </label>
      <span>{translate('library.selectHint')}</span>
    </div>
  );
}
