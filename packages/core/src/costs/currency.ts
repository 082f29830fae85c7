const MINOR_DIGITS: Readonly<Record<number, readonly string[]>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(" "),
  3: "BHD IQD JOD KWD LYD OMR TND".split(" "),
  4: ["CLF", "UYW"],
};

/**
 * Says how many decimals a currency's smallest coin has (ISO 4217; 2 where it lists nothing else).
 *
 * @example minorDigits("JPY") // 0
 */
export function minorDigits(currency: string): number {
  for (const [digits, currencies] of Object.entries(MINOR_DIGITS)) {
    if (currencies.includes(currency)) return Number(digits);
  }
  return 2;
}
