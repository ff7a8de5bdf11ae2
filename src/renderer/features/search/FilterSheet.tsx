import { memo, useRef, useState } from 'react';
import { MATCHINGS } from '#shared/domain/choices.ts';
import { translate } from '#shared/i18n/translate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useLocale } from '#renderer/ui/use-locale.ts';
import { Filters, type FiltersProps } from './Filters.tsx';
import { countChosen } from './facets.ts';
import styles from './FilterSheet.module.css';

/** The filters of a narrow window: chips with the chosen values, and a dialog with all filters. */
export const FilterSheet = memo(function FilterSheet(props: FiltersProps) {
  useLocale();
  const { matching, onMatching, choice } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const chosen = countChosen(choice);

  return (
    <div className={styles.bar}>
      <Chip
        pressed={chosen > 0}
        {...(chosen > 0 ? { count: chosen } : {})}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        <Icon name="filter" small />
        {translate('search.filters')}
      </Chip>
      <div role="group" aria-label={translate('search.mode')} className={styles.matching}>
        {MATCHINGS.map((value) => (
          <Chip key={value} pressed={value === matching} onClick={() => onMatching(value)}>
            {translate(`search.mode.${value}`)}
          </Chip>
        ))}
      </div>
      <dialog
        ref={dialog}
        className={`${styles.sheet} scroll`}
        aria-label={translate('search.filters')}
        onClose={() => setOpen(false)}
        // Keys must not run commands of the page behind, and Escape closes only the dialog.
        onKeyDown={(event) => event.stopPropagation()}
        onClick={(event) => {
          if (event.target === dialog.current) dialog.current.close();
        }}
      >
        {open && (
          <div className={styles.body}>
            <Filters {...props} />
            <div className={styles.foot}>
              <Button kind="primary" onClick={() => dialog.current?.close()}>
                {translate('common.done')}
              </Button>
            </div>
          </div>
        )}
      </dialog>
    </div>
  );
});
