import { map, tagResource } from "../build.ts";
import type { Service } from "../row.ts";

const TAGS = [map("request.tags")];

/** EMR Serverless. */
export const emrServerless: Service = {
  source: "emr-serverless.amazonaws.com",
  creations: [
    {
      event: "CreateApplication",
      type: "emr-serverless:application",
      priority: 1,
      id: "response.applicationId",
      arn: "response.arn",
      tags: TAGS,
    },
    {
      event: "StartJobRun",
      type: "emr-serverless:jobrun",
      priority: 1,
      id: "response.jobRunId",
      arn: "response.arn",
      tags: TAGS,
    },
    {
      event: "StartSession",
      type: "emr-serverless:session",
      priority: 1,
      id: "response.sessionId",
      arn: "response.arn",
      tags: TAGS,
    },
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  others: ["StartApplication"],
};
