import { Swatch } from "../parts/swatch.tsx";
import { visible } from "../words/visible.ts";
import type { Look } from "./looks.ts";

/** What the paints of a chart mean. */
export function Legend({
  entries,
}: {
  readonly entries: readonly { readonly look: Look; readonly label: string }[];
}) {
  return (
    <ul class="legend">
      {entries.map(({ look, label }) => (
        <li key={label}>
          <Swatch look={look} />
          <bdi>{visible(label)}</bdi>
        </li>
      ))}
    </ul>
  );
}
