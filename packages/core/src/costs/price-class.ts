const INSTANCE =
  /(?:^|[:.])((?:[a-z]+\.)?)([a-z]{1,4}-?[0-9][a-z0-9-]*)\.(?:metal|nano|micro|small|medium|(?:\d+)?x?large)/i;
const ACCELERATED = /^(p|g|gr|trn|inf|dl|vt|f)\d/i;

/**
 * The price class of an instance's usage type: each accelerated family is one, all other families together another,
 * so that users of cheap capacity do not pay for dear one.
 *
 * @returns undefined for usage that is no instance
 * @example priceClassOf("EUC1-BoxUsage:p5.48xlarge") // "accelerated p5"
 * @example priceClassOf("BoxUsage:m6i.large") // "general purpose"
 */
export function priceClassOf(usageType: string): string | undefined {
  const family = INSTANCE.exec(usageType)?.[2]?.toLowerCase();
  if (family === undefined) return undefined;
  return ACCELERATED.test(family) ? `accelerated ${family}` : "general purpose";
}
