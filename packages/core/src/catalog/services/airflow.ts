import { map, tagResource } from "../build.ts";
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
  others: ["CreateCliToken", "CreateWebLoginToken", "InvokeRestApi"],
};
