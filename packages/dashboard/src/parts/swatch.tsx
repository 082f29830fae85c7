import type { Look } from "../charts/looks.ts";

/** A patch of the paint that a part of a chart has. */
export function Swatch({ look }: { readonly look: Look }) {
  return <i class={`swatch look-${look}`} aria-hidden="true" />;
}
