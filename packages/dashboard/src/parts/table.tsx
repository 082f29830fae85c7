import type { ComponentChildren } from "preact";

/** A column's heading; figures stand right. */
export interface Heading {
  readonly title: string;
  readonly figure?: boolean;
}

/** A table in a frame of its own that scrolls sideways where the page is too narrow. */
export function Table(given: {
  /** Names the table on its page. */
  readonly id: string;
  readonly caption: ComponentChildren;
  readonly headings: readonly Heading[];
  /** One or more `tbody`, and perhaps a `tfoot`. */
  readonly children: ComponentChildren;
}) {
  const { id, caption, headings, children } = given;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds controls, and this is no landmark either
    <div class="scroll" role="group" aria-labelledby={`${id}-caption`} tabIndex={0}>
      <table id={id}>
        <caption id={`${id}-caption`}>{caption}</caption>
        <thead>
          <tr>
            {headings.map(({ title, figure = false }) => (
              <th key={title} scope="col" class={figure ? "figure" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}
