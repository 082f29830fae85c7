import { type Content, jsonContent } from "./http/outgoing.ts";
import type { ProblemStatus } from "./http/problem.ts";

/** What a route answers. */
export type Outcome =
  | {
      readonly kind: "found";
      /** What the answer follows from; null where it may change at any moment. */
      readonly version: string | null;
      readonly content: () => Content | Promise<Content>;
    }
  | { readonly kind: "done"; readonly status: 200 | 201 | 202; readonly content: Content }
  | { readonly kind: "absent" }
  | { readonly kind: "refused"; readonly status: ProblemStatus; readonly detail: string };

/** What is not there, or not theirs to see. */
export const ABSENT: Outcome = { kind: "absent" };

/**
 * A value that is there.
 *
 * @param version what it follows from, so that whoever has it is not sent it again; null where that is not known
 */
export function found(version: string | null, value: () => unknown): Outcome {
  return { kind: "found", version, content: async () => jsonContent(await value()) };
}

/** Something else than JSON that is there. */
export function foundContent(version: string | null, content: () => Content | Promise<Content>): Outcome {
  return { kind: "found", version, content };
}

/** Theirs to see and not to do. */
export const FORBIDDEN: Outcome = {
  kind: "refused",
  status: 403,
  detail: "you may not do this; the configuration says who may",
};
