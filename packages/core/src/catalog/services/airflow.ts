import { ending, map, tagResource } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** Managed Workflows for Apache Airflow, which answers in capitals. */
export const airflow: Service = {
  source: "airflow.amazonaws.com",
  creations: [
    {
      event: "CreateEnvironment",
      type: "airflow:environment",
      priority: 2,
      id: ["request.name", "request.Name"],
      arn: ["response.Arn", "response.arn"],
      tags: [map("request.tags"), map("request.Tags")],
    },
  ],
  taggings: tagResource(["request.resourceArn", "request.ResourceArn"], map("request.tags")),
  endings: [
    ending(
      "DeleteEnvironment",
      ["request.name", "request.Name"],
      "airflow:environment",
      "arn:{partition}:airflow:{region}:{account}:environment/{id}",
    ),
  ],
  others: ["CreateCliToken", "CreateWebLoginToken", "InvokeRestApi"],
  liveTags: usualTags("airflow"),
  types: {
    "airflow:environment": onlyAsked(),
  },
};
