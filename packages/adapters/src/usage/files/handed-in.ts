import type { UsageText } from "@tagledger/core/ports/uploads";
import { rowsIn } from "./read.ts";

/**
 * Reads the text of usage that people hand in: CSV or JSON as its name says, else as it begins.
 *
 * @example handedInText().rows("usage.csv", "start,end,pool,team,metric,quantity\n…") // [{ pool: "eks-gpu", … }]
 */
export function handedInText(): UsageText {
  return { rows: (name, text) => rowsIn(name, text, /^\s*[[{]/.test(text) ? "json" : "csv") };
}
