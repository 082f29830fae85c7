import * as z from "zod/mini";
import { about } from "../about.ts";
import { name, some } from "../values.ts";

/** The one pool that samples divide. */
export const onePool = about("The pool that the samples divide", name);

/** The pools that samples divide. */
export const somePools = about(
  "The pools that the samples divide; every usage pool that asks for one of their metrics if left out",
  z.optional(some(name)),
);

/** How a pod names its team. */
export const teamOfPod = about(
  "How a sample names its team",
  z.optional(
    z.strictObject({
      label: about("The label that holds the team", z.optional(name)),
      namespace: about("Whether the namespace is the team", z.optional(z.boolean())),
    }),
  ),
);

/** Which labels tell what else of a sample. */
export const labelsOfDimensions = about(
  "The labels that hold the other dimensions",
  z.optional(
    z.strictObject({
      project: z.optional(name),
      workload: z.optional(name),
      environment: z.optional(name),
      experiment: z.optional(name),
    }),
  ),
);

/** Which teams own what lies below which prefixes. */
export const prefixes = about(
  "Prefixes of keys and the teams that own what lies below; the longest counts. Left out, the first folder names the team",
  z.optional(z.record(name, name)),
);
