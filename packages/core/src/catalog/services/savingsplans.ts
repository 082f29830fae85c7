import { map, tagResource } from "../build.ts";
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
};
