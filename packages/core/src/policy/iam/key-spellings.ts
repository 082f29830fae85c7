/** By which people part words. */
const SEPARATORS = ["-", "_", ".", ":", "/", " ", ""];

/**
 * Keys as people write them besides: with one or another separator throughout. Case is for the condition to overlook.
 *
 * @example keySpellings(["ml-team"]) // ["ml-team", "ml_team", "ml.team", "ml:team", "ml/team", "ml team", "mlteam"]
 */
export function keySpellings(keys: readonly string[]): readonly string[] {
  const all = keys.flatMap((key) => {
    const words = key.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
    return [key, ...(words.length < 2 ? [] : SEPARATORS.map((separator) => words.join(separator)))];
  });
  return [...new Set(all)];
}
