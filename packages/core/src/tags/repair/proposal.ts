import type { Repair } from "./repair.ts";

/** A value for a tag, and where it comes from. */
export type Proposal = Pick<Repair, "value" | "by" | "from"> & Partial<Pick<Repair, "removes">>;
