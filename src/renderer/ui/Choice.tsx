import { type ReactNode, useId } from 'react';
import styles from './Choice.module.css';

interface ChoiceProps<Value extends string | number> {
  readonly legend: string;
  readonly values: readonly Value[];
  readonly value: Value;
  /** The content of the label of each choice. */
  readonly renderLabel: (value: Value) => ReactNode;
  readonly onChange: (value: Value) => void;
}

/**
 * A choice of one among a few values, side by side. They are native radio buttons, so that arrows work and screen
 * readers count them.
 */
export function Choice<Value extends string | number>(props: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      <div className={styles.row}>
        {props.values.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              className="visually-hidden"
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span>{props.renderLabel(value)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
