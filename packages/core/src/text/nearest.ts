/**
 * Finds the candidate that a mistyped word most likely meant, or undefined where none is near enough to help.
 * Case is ignored; a third of the letters may be wrong; of equally near candidates the first by code unit wins.
 *
 * @example nearest("grase", ["mode", "grace"]) // "grace"
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of [...candidates].sort()) {
    const limit = Math.min(
      Math.floor(Math.max(word.length, candidate.length) / 3),
      (best?.distance ?? Infinity) - 1,
    );
    if (limit < 0 || Math.abs(word.length - candidate.length) > limit) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit) best = { candidate, distance };
  }
  return best?.candidate;
}

/**
 * How many letters must be inserted, dropped, replaced or swapped with their neighbour to make one text the other.
 *
 * @example editDistance("team", "taem") // 1
 */
export function editDistance(left: string, right: string): number {
  let [beforeLast, last] = [[] as number[], Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, j - 2) + 1 : Infinity,
      );
    }
    [beforeLast, last] = [last, row];
  }
  return at(last, right.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
