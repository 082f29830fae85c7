import type { UsageSourceConfig } from "../../config/definition/usage.ts";
import type { Config } from "../../config/definition.ts";
import { workspaceIn } from "../../config/workspace.ts";
import { type BucketPlace, placeOf } from "../bill-places.ts";
import type { Grant } from "./grant.ts";

/** Where our functions run. */
interface Home {
  readonly partition: string;
  readonly account: string;
}

/** Reads usage where a configuration says that it is. */
export function usageGrants({ usage }: Pick<Config, "usage">, home: Home): readonly Grant[] {
  return usage.flatMap((source) => grantsOf(source, home));
}

function grantsOf(source: UsageSourceConfig, home: Home): readonly Grant[] {
  switch (source.kind) {
    case "s3-inventory":
      return read(placeOf(source.s3), home);
    case "cloudtrail":
      return source.s3 === undefined ? [] : read(placeOf(source.s3), home);
    case "s3-listing":
      return listed(placeOf(source.s3), home);
    case "cloudwatch":
      return [
        { what: "Metrics", calls: ["cloudwatch:GetMetricData", "cloudwatch:ListMetrics"], resources: ["*"] },
      ];
    case "prometheus":
      return source.region === undefined ? [] : workspace(source.url, source.region, home);
    // What is asked over HTTP is not AWS's, and what lies with the bills is granted with them.
    case "opencost":
    case "scad":
    case "csv":
    case "json":
      return [];
  }
}

function read({ bucket, prefix }: BucketPlace, { partition }: Home): readonly Grant[] {
  const arn = `arn:${partition}:s3:::${bucket}`;
  const objects = prefix === "" ? [`${arn}/*`] : [`${arn}/${prefix}`, `${arn}/${prefix}/*`];
  return [
    { what: "Usage", calls: ["s3:GetObject"], resources: objects },
    { what: "UsageLists", calls: ["s3:ListBucket"], resources: [arn] },
  ];
}

function listed({ bucket }: BucketPlace, { partition }: Home): readonly Grant[] {
  const calls = ["s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:ListBucketVersions"];
  return [{ what: "UsageLists", calls, resources: [`arn:${partition}:s3:::${bucket}`] }];
}

/** Only a workspace of our own account can be asked by our own role. */
function workspace(url: string, region: string, { partition, account }: Home): readonly Grant[] {
  const id = workspaceIn(url);
  if (id === undefined) return [];
  const resource = `arn:${partition}:aps:${region}:${account}:workspace/${id}`;
  return [{ what: "Prometheus", calls: ["aps:QueryMetrics"], resources: [resource] }];
}
