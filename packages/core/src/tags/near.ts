import { editDistance } from "../text/nearest.ts";

/** A letter wrong in a short word, two in a long one: more is another word. */
const LETTERS_PER_MISTAKE = 3;
const MOST_MISTAKES = 2;

/**
 * A text without case, accents of compatibility and separators, as people confuse them.
 *
 * @example plain("ML_Team") // "mlteam"
 */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * The one candidate that a text must mean but for a slip of the hand, or null where none is near, or two are equally.
 * Digits are never slips: `team-1` does not mean `team-2`.
 *
 * @example nearOnly("Data_Procesing", ["data-processing", "inference"]) // "data-processing"
 * @example nearOnly("fraud-c", ["fraud-a", "fraud-b"]) // null
 */
export function nearOnly(text: string, candidates: Iterable<string>): string | null {
  const wanted = plain(text);
  let best: { readonly names: readonly string[]; readonly distance: number } | undefined;
  for (const candidate of new Set(candidates)) {
    const distance = slips(wanted, plain(candidate));
    if (distance === undefined || distance > (best?.distance ?? MOST_MISTAKES)) continue;
    const names = distance === best?.distance ? [...best.names, candidate] : [candidate];
    best = { names, distance };
  }
  return best?.names.length === 1 ? (best.names[0] ?? null) : null;
}

function slips(wanted: string, candidate: string): number | undefined {
  if (wanted === "" || candidate === "" || digits(wanted) !== digits(candidate)) return undefined;
  const shorter = Math.min(wanted.length, candidate.length);
  const most = Math.min(MOST_MISTAKES, Math.floor(shorter / LETTERS_PER_MISTAKE));
  if (Math.abs(wanted.length - candidate.length) > most) return undefined;
  const distance = editDistance(wanted, candidate);
  return distance <= most ? distance : undefined;
}

function digits(text: string): string {
  return text.replace(/\P{N}/gu, "");
}
