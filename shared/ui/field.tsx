/** Form fields. The label is the accessible name, exactly; hints and errors are descriptions. */
import type {
  ComponentChildren,
  JSX,
  PartialInputHTMLAttributes,
  PartialSelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'preact';
import { useId } from 'preact/hooks';
import { cx } from './cx.ts';

const CONTROL =
  'w-full rounded-md border bg-surface px-2.5 text-base text-text shadow-raised disabled:bg-sunken disabled:text-muted';

const borderOf = (error: string | undefined, doubtful: boolean): string =>
  error ? 'border-danger' : doubtful ? 'border-warn' : 'border-control';

type Wrapping = {
  label: string;
  hint?: ComponentChildren;
  error?: string | undefined;
  /** Puts the label out of sight where the place already says what is meant. */
  hideLabel?: boolean;
  class?: string;
};

type Ids = { id: string; describedBy: string | undefined };

function useIds({ hint, error }: Pick<Wrapping, 'hint' | 'error'>): Ids & { hintId: string; errorId: string } {
  const id = useId();
  const hintId = `${id}h`;
  const errorId = `${id}e`;
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined;
  return { id, hintId, errorId, describedBy };
}

function Wrap(
  props: Wrapping & { ids: Ids & { hintId: string; errorId: string }; children: ComponentChildren },
): JSX.Element {
  const { ids, label, hint, error, hideLabel, children } = props;
  return (
    <div class={cx('min-w-0', props.class)}>
      <label for={ids.id} class={cx('mb-1 block text-sm font-medium', hideLabel && 'sr-only')}>
        {label}
      </label>
      {children}
      {hint && (
        <p id={ids.hintId} class="mt-1 text-xs text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={ids.errorId} class="mt-1 text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

type TextKind = 'text' | 'email' | 'password' | 'tel' | 'url' | 'number' | 'search';
type Shared =
  | 'name'
  | 'required'
  | 'readOnly'
  | 'disabled'
  | 'maxLength'
  | 'placeholder'
  | 'spellcheck'
  | 'onChange'
  | 'onFocus'
  | 'onBlur'
  | 'onKeyDown'
  | 'onMouseEnter'
  | 'onMouseLeave';

type TextProps = Wrapping & {
  value: string;
  onValue?: (value: string) => void;
  doubtful?: boolean;
  /** Stands at the right end inside the field, a unit or a small button. */
  after?: ComponentChildren;
} & { type?: TextKind } & Pick<
    PartialInputHTMLAttributes<HTMLInputElement>,
    Shared | 'autocomplete' | 'inputMode' | 'min' | 'max' | 'step'
  >;

/** A one-line text field. */
export function TextField({
  label,
  hint,
  error,
  hideLabel,
  class: extra,
  onValue,
  doubtful = false,
  after,
  ...rest
}: TextProps) {
  const ids = useIds({ hint, error });
  return (
    <Wrap ids={ids} label={label} hint={hint} error={error} hideLabel={hideLabel ?? false} class={extra ?? ''}>
      <span class="relative block">
        <input
          {...rest}
          // Preact types every kind of input apart; the ones allowed here share all that is passed.
          type={(rest.type ?? 'text') as 'text'}
          id={ids.id}
          aria-describedby={ids.describedBy}
          aria-invalid={error ? true : undefined}
          onInput={(event) => onValue?.(event.currentTarget.value)}
          class={cx(CONTROL, 'h-9 read-only:bg-sunken', after !== undefined && 'pr-16', borderOf(error, doubtful))}
        />
        {after !== undefined && <span class="absolute inset-y-0 right-1 flex items-center">{after}</span>}
      </span>
    </Wrap>
  );
}

type AreaProps = Wrapping & { value: string; onValue: (value: string) => void; doubtful?: boolean } & Pick<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    Shared | 'rows'
  >;

/** A text field of several lines that grows with what is in it. */
export function TextArea({
  label,
  hint,
  error,
  hideLabel,
  class: extra,
  onValue,
  doubtful = false,
  ...rest
}: AreaProps) {
  const ids = useIds({ hint, error });
  return (
    <Wrap ids={ids} label={label} hint={hint} error={error} hideLabel={hideLabel ?? false} class={extra ?? ''}>
      <textarea
        {...rest}
        rows={rest.rows ?? 2}
        id={ids.id}
        aria-describedby={ids.describedBy}
        aria-invalid={error ? true : undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
        class={cx(CONTROL, 'field-sizing-content min-h-9 resize-y py-2', borderOf(error, doubtful))}
      />
    </Wrap>
  );
}

export type Option = { value: string; label: string };

type SelectProps = Wrapping & {
  value: string;
  options: readonly Option[];
  onValue: (value: string) => void;
} & Pick<PartialSelectHTMLAttributes<HTMLSelectElement>, 'name' | 'required' | 'disabled' | 'autocomplete'>;

/** A choice of one from a list. */
export function SelectField({
  label,
  hint,
  error,
  hideLabel,
  class: extra,
  value,
  options,
  onValue,
  ...rest
}: SelectProps) {
  const ids = useIds({ hint, error });
  return (
    <Wrap ids={ids} label={label} hint={hint} error={error} hideLabel={hideLabel ?? false} class={extra ?? ''}>
      <select
        {...rest}
        id={ids.id}
        value={value}
        aria-describedby={ids.describedBy}
        onChange={(event) => onValue(event.currentTarget.value)}
        class={cx(CONTROL, 'h-9 pr-1', borderOf(error, false))}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Wrap>
  );
}

type CheckProps = {
  label: ComponentChildren;
  checked: boolean;
  onChecked: (checked: boolean) => void;
  hint?: ComponentChildren;
  error?: string | undefined;
} & Pick<PartialInputHTMLAttributes<HTMLInputElement>, 'name' | 'disabled' | 'required'>;

/** A checkbox with its sentence. */
export function CheckField({ label, checked, onChecked, hint, error, ...rest }: CheckProps) {
  const ids = useIds({ hint, error });
  return (
    <div>
      <label for={ids.id} class="flex items-start gap-2 py-1">
        <input
          {...rest}
          type="checkbox"
          id={ids.id}
          checked={checked}
          aria-describedby={ids.describedBy}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onChecked(event.currentTarget.checked)}
          class="mt-0.5 size-4 shrink-0"
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={ids.hintId} class="ml-6 text-xs text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={ids.errorId} class="ml-6 text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

/** A question with few answers, all in sight. An `undefined` value means not answered. */
export function RadioGroup<V extends string>(props: {
  legend: string;
  value: V | undefined;
  options: readonly { value: V; label: string }[];
  onValue: (value: V) => void;
  hideLegend?: boolean;
  inline?: boolean;
}): JSX.Element {
  const name = useId();
  return (
    <fieldset>
      <legend class={cx('mb-1 text-sm font-medium', props.hideLegend && 'sr-only')}>{props.legend}</legend>
      <div class={cx('flex gap-x-4 gap-y-1', props.inline ? 'flex-wrap' : 'flex-col')}>
        {props.options.map((option) => (
          <label key={option.value} class="flex items-center gap-2 py-1">
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onValue(option.value)}
              class="size-4 shrink-0"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Tags separated by commas, kept as a list; an unfinished one stays as typed until the field is left. */
export function ListField(
  props: Wrapping & { values: readonly string[]; onValues: (values: string[]) => void; placeholder?: string },
): JSX.Element {
  const { values, onValues, ...rest } = props;
  return (
    <TextField
      {...rest}
      hint={props.hint ?? 'Separate with commas'}
      key={values.join('\u0000')}
      value={values.join(', ')}
      onChange={(event) =>
        onValues(
          event.currentTarget.value
            .split(/[,;\n]/)
            .map((item) => item.trim())
            .filter(Boolean),
        )
      }
    />
  );
}
