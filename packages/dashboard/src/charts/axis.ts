const COMPACT = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

/** A tick of an axis, which is a place on the picture and nobody's money. */
export function tick(value: number): string {
  return COMPACT.format(value);
}
