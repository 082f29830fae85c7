import { DIMENSIONS } from "../../config/definition/match.ts";
import { type Leaf, leafKey, sharedLeaf } from "../../costs/leaf.ts";
import { formatAmount } from "../../costs/money.ts";
import { formatRational } from "../../costs/rational.ts";
import type { DividedBy } from "../../costs/sharing/divided-by.ts";
import { monthWords } from "../../reports/render/wording/words.ts";
import { visible } from "../../text/visible.ts";
import type { LeafShare, PoolExplanation } from "./explanation.ts";
import type { LineGroup } from "./lines.ts";

/**
 * By what a pool was divided, in words.
 *
 * @example dividedWords("usage", { method: "even", usage: null }) // "evenly, for want of usage"
 */
export function dividedWords(method: PoolExplanation["method"], { method: by, usage }: DividedBy): string {
  const how: Readonly<Record<DividedBy["method"], string>> = {
    held: "by nothing: it is held",
    usage: `by usage of ${monthWords(usage ?? "")}`,
    even: "evenly",
    fixed: "by fixed shares",
    proportional: "in proportion to what teams bear",
    follow: "as the pools that it follows",
  };
  return by === method ? how[by] : `${how[by]}, for want of usage`;
}

/** Why a share is rounded as it is. */
export function roundingWords(
  { units, rounding }: LeafShare,
  { quantum }: Pick<PoolExplanation, "quantum">,
): string {
  const { left, remainder, rank, tied } = rounding;
  const unit = formatAmount(quantum);
  if (remainder.n === 0n && units === 0) return `it is a whole number of ${unit}`;
  const lost =
    remainder.d > 10n ** 12n ? "its remainder" : `its remainder, ${formatRational(remainder)} of ${unit},`;
  const among = `${lost} is number ${rank} in size, and ${left} × ${unit} ${left === 1 ? "was" : "were"} left`;
  const tie = tied ? "; equal remainders are ordered by key" : "";
  return units > 0 ? `rounded up by one ${unit}: ${among}${tie}` : `rounded down: ${among}${tie}`;
}

/** Where a share counts, without its team; an empty text where only the team is known. */
export function leafWords(leaf: Leaf): string {
  if (leafKey(leaf) === leafKey(sharedLeaf(leaf.team ?? ""))) return "";
  return DIMENSIONS.filter((dimension) => dimension !== "team")
    .flatMap((dimension) =>
      leaf[dimension] === null ? [] : [`${dimension} ${visible(leaf[dimension] ?? "")}`],
    )
    .join(", ");
}

/** What lines of a bill are of, in words. */
export function lineWords({
  service,
  usageType,
  account,
  lineItemType,
  resource,
  followed,
}: LineGroup): string {
  const kind = followed === null ? lineItemType : `${followed} that followed`;
  const place = account === "" ? "" : `in ${account}`;
  // The resource last: of a long name the end is cut off.
  return [service, usageType, kind, place, resource]
    .filter((text) => text !== "")
    .map(visible)
    .join(" ");
}
