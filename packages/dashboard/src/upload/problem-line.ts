/** A line of a file that was refused, with those around it. */
export interface ProblemLine {
  readonly number: number;
  readonly lines: readonly { readonly number: number; readonly text: string; readonly isIt: boolean }[];
}

const AROUND = 2;
const LONGEST = 400;

/**
 * Finds the line that a refusal names, as in `usage.csv:3: there is no pool "x"`; null where it names none.
 *
 * @example problemLine('u.csv:2: there is no pool "x"', "u.csv", "start,…\n2026-…\n")?.number // 2
 */
export function problemLine(detail: string, name: string, text: string): ProblemLine | null {
  if (!detail.startsWith(`${name}:`)) return null;
  const [digits] = /^\d{1,9}(?=:)/.exec(detail.slice(name.length + 1)) ?? [];
  const number = Number(digits);
  const all = text.split(/\r\n|\r|\n/);
  if (digits === undefined || number < 1 || number > all.length) return null;
  const from = Math.max(1, number - AROUND);
  const lines = all.slice(from - 1, number + AROUND).map((line, index) => ({
    number: from + index,
    text: line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line,
    isIt: from + index === number,
  }));
  return { number, lines };
}
