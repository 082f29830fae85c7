import type { jsonExplanation } from "@tagledger/core/snapshots/explain/json";

/** Why a team bears what it does, as the API tells it. */
export type ExplanationAnswer = ReturnType<typeof jsonExplanation> & { readonly currency: string };

/** The same of one pool. */
export type ExplainedPool = ExplanationAnswer["pools"][number];

/** What a pool was divided by. */
export type ExplainedDriver = ExplanationAnswer["drivers"][number];
