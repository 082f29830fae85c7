import { map, tagResource } from "../build.ts";
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
};
