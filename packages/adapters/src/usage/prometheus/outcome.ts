import type { TagledgerError } from "@tagledger/core/errors";
import type { Series } from "./series.ts";

/** What came of asking once. */
export type Outcome =
  | { readonly kind: "answered"; readonly series: readonly Series[]; readonly warnings: readonly string[] }
  /** More than the server computes or gives at once: less of it may be asked for. */
  | { readonly kind: "too-much"; readonly why: string }
  /** It may go better the next time, after so many milliseconds at least. */
  | { readonly kind: "passing"; readonly why: string; readonly wait: number }
  | { readonly kind: "refused"; readonly error: TagledgerError };
