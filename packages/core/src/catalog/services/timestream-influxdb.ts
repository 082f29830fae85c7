import { ending, map, tagResource } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** Timestream for InfluxDB. */
export const timestreamInfluxdb: Service = {
  source: "timestream-influxdb.amazonaws.com",
  creations: [
    {
      event: "CreateDbInstance",
      type: "timestream-influxdb:db-instance",
      priority: 2,
      id: "response.id",
      arn: "response.arn",
      tags: [map("request.tags")],
    },
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  endings: [ending("DeleteDbInstance", "response.arn")],
  liveTags: usualTags("timestream-influxdb"),
  types: {
    "timestream-influxdb:db-instance": onlyAsked(),
  },
};
