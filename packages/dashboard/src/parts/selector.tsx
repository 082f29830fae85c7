import type { ComponentChildren } from "preact";

/** One choice out of several. */
export function Selector(given: {
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly children: ComponentChildren;
}) {
  const { label, value, choose, children } = given;
  const id = `choose-${label.toLowerCase().replaceAll(" ", "-")}`;
  return (
    <div class="selector">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}

/** Values with one that is asked for and may not be among them: the page then says so, and the selector shows it. */
export function including<Value extends string>(
  values: readonly Value[],
  value: Value | null,
): readonly Value[] {
  return value === null || values.includes(value) ? values : [value, ...values];
}
