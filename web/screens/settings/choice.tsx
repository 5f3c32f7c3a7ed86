import { useId, type ReactNode } from 'react';

/** One of a few values. @param isLabelHidden where the column or row says it already */
export function Choice<Value extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  isDisabled = false,
  onChange,
}: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly says: string }[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: Value) => void;
}): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.currentTarget.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.says}
          </option>
        ))}
      </select>
    </div>
  );
}
