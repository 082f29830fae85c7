import { map, tagResource } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** Savings Plans. */
export const savingsplans: Service = {
  source: "savingsplans.amazonaws.com",
  creations: [
    {
      event: "CreateSavingsPlan",
      type: "savingsplans:savingsplan",
      priority: 1,
      id: "response.savingsPlanId",
      template: "arn:{partition}:savingsplans::{account}:savingsplan/{id}",
      tags: [map("request.tags")],
    },
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  liveTags: usualTags("savingsplans"),
  // Paid for; there is nothing to stop.
  types: { "savingsplans:savingsplan": onlyAsked() },
};
