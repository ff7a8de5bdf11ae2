import { Chip } from '#renderer/ui/Chip.tsx';
import { LabelPicker } from '#renderer/ui/LabelPicker.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { toLabels } from '#renderer/ui/labels.ts';
import { tagKey } from '#shared/arabic/tags.ts';
import { translate } from '#shared/i18n/translate.ts';
import {
  LIBRARY_FILTERS,
  LIBRARY_ORDERS,
  type LabelFilter,
  type LibraryFilter,
  type LibraryOrder,
} from './reading-state.ts';
import styles from './LibraryTools.module.css';

interface LibraryToolsProps {
  readonly counts: Readonly<Record<LibraryFilter, number>>;
  readonly filter: LibraryFilter;
  readonly order: LibraryOrder;
  readonly onFilter: (filter: LibraryFilter) => void;
  readonly onOrder: (order: LibraryOrder) => void;
  /** Collections and tags in use; without any there is nothing to choose. */
  readonly known: Readonly<Record<'collections' | 'tags', readonly string[]>>;
  readonly labels: LabelFilter;
  readonly onLabels: (labels: LabelFilter) => void;
}

/** Which articles are listed, and in what order. */
export function LibraryTools(props: LibraryToolsProps) {
  const { counts, filter, order, onFilter, onOrder, known, labels, onLabels } = props;
  return (
    <div className={styles.tools}>
      {LIBRARY_FILTERS.map((name) => (
        <Chip
          key={name}
          pressed={name === filter}
          count={counts[name]}
          onClick={() => onFilter(name)}
        >
          {translate(`library.filter.${name}`)}
        </Chip>
      ))}
      <LabelSelect
        name={translate('library.label.collection')}
        known={known.collections}
        chosen={labels.collection}
        onChoose={(collection) => onLabels({ ...labels, collection })}
      />
      <LabelSelect
        name={translate('library.label.tag')}
        known={known.tags}
        chosen={labels.tag}
        onChoose={(tag) => onLabels({ ...labels, tag })}
      />
      <span className={styles.order}>
        <Select
          quiet
          label={translate('library.sort.label')}
          options={LIBRARY_ORDERS.map((value) => ({
            value,
            name: translate(`library.sort.${value}`),
          }))}
          value={order}
          onChange={(value) => {
            const chosen = LIBRARY_ORDERS.find((name) => name === value);
            if (chosen) onOrder(chosen);
          }}
        />
      </span>
    </div>
  );
}

interface LabelSelectProps {
  readonly name: string;
  readonly known: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (label: string | null) => void;
}

function LabelSelect({ name, known, chosen, onChoose }: LabelSelectProps) {
  if (known.length === 0 && chosen === null) return null;
  return (
    <LabelPicker
      label={name}
      all={`${name}: ${translate('library.label.any')}`}
      options={toLabels(known)}
      value={chosen === null ? null : tagKey(chosen)}
      onChange={(key) => onChoose(known.find((each) => tagKey(each) === key) ?? null)}
    />
  );
}
