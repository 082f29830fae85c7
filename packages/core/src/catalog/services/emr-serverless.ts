import { ending, map, tagResource } from "../build.ts";
import { final, remediedBy, reversible, usualTags } from "../build-facts.ts";
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
  endings: [
    ending(
      "DeleteApplication",
      "request.applicationId",
      "emr-serverless:application",
      "arn:{partition}:emr-serverless:{region}:{account}:/applications/{id}",
    ),
  ],
  others: ["StartApplication"],
  liveTags: usualTags("emr-serverless"),
  types: {
    "emr-serverless:application": remediedBy(
      reversible(
        "emr-serverless:stop-application",
        "StopApplication",
        "model",
        "gives back the capacity that it kept; the next job may start it again",
        {
          undo: "StartApplication",
          states: ["STARTED"],
          refused: ["jobs-running"],
        },
      ),
    ),
    "emr-serverless:jobrun": remediedBy(
      final("emr-serverless:cancel-job-run", "CancelJobRun", "model", "does not resume", {
        states: ["SUBMITTED", "PENDING", "SCHEDULED", "RUNNING"],
      }),
    ),
    "emr-serverless:session": remediedBy(
      final(
        "emr-serverless:terminate-session",
        "TerminateSession",
        "model",
        "what it holds in memory is lost",
      ),
    ),
  },
};
