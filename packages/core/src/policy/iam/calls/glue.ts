import type { ServiceCalls } from "./calls.ts";

/** Glue, whose schedules of crawlers are no resources of their own. */
export const glue: ServiceCalls = {
  service: "glue",
  looks: ["glue:GetTags"],
  wide: ["glue:StartCrawlerSchedule", "glue:StopCrawlerSchedule"],
  remedied: {
    "glue:crawler": {
      arns: ["arn:{partition}:glue:*:{account}:crawler/*"],
      inspects: ["glue:GetCrawler"],
    },
  },
};
