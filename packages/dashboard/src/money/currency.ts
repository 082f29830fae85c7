const MINOR_DIGITS: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

/**
 * Says how many decimals a currency's smallest coin has. By ISO 4217 as all reports do: browsers follow what shops do.
 *
 * @example minorDigits("JPY") // 0
 */
export function minorDigits(currency: string): number {
  const [digits] =
    Object.entries(MINOR_DIGITS).find(([, currencies]) => currencies.split(" ").includes(currency)) ?? [];
  return Number(digits ?? 2);
}
