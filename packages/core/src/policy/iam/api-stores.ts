import type { Grant } from "./grant.ts";

/**
 * What the API writes of the ledger's table, by how partitions begin: requests, uploads and their texts, and of what was
 * approved the history of its resource and the events that tell of it. So it turns no rule on, publishes no snapshot, and
 * changes no bill.
 */
export const API_WRITES: readonly string[] = [
  "CONTENT#*",
  "OUTGOING#*",
  "REQUEST#*",
  "RESOURCE#*",
  "UPLOADS",
];

/** Reads the ledger, and writes of it what people hand in, ask for and decide. */
export function apiGrants(table: string): readonly Grant[] {
  const only = { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": API_WRITES } };
  return [
    { what: "Ledger", calls: ["dynamodb:GetItem", "dynamodb:Query"], resources: [table, `${table}/index/*`] },
    { what: "Handed", calls: ["dynamodb:PutItem"], resources: [table], when: only },
    {
      what: "Amended",
      calls: ["dynamodb:DeleteItem"],
      resources: [table],
      when: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["RESOURCE#*"] } },
    },
  ];
}
