import { type CloudWatchClient, type Dimension, ListMetricsCommand } from "@aws-sdk/client-cloudwatch";
import type { CloudwatchSource } from "@tagledger/core/config/definition/usage/cloudwatch";
import { explainCloudwatch } from "./trouble.ts";

/**
 * The dimensions of all metrics of a name that name a team; those of the last two weeks, for others are not listed.
 *
 * @throws outside-failure where the list breaks off
 */
export async function listedMetrics(
  client: CloudWatchClient,
  { namespace, dimension, where = {} }: CloudwatchSource,
  metric: string,
): Promise<(readonly Dimension[])[]> {
  const found: (readonly Dimension[])[] = [];
  const filters = Object.entries(where).map(([Name, Value]) => ({ Name, Value }));
  let token: string | undefined;
  do {
    const asked = new ListMetricsCommand({
      Namespace: namespace,
      MetricName: metric,
      Dimensions: [{ Name: dimension }, ...filters],
      NextToken: token,
    });
    const page = await client.send(asked).catch((error: unknown) => {
      throw explainCloudwatch(error, `${namespace} ${metric}`);
    });
    for (const { Dimensions = [] } of page.Metrics ?? []) found.push(Dimensions);
    token = page.NextToken;
  } while (token !== undefined);
  return found;
}
