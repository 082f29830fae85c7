import {
  type FailureInfo,
  ResourceGroupsTaggingAPIClient,
  TagResourcesCommand,
  UntagResourcesCommand,
} from "@aws-sdk/client-resource-groups-tagging-api";
import type { Named } from "../../inventory/reader.ts";
import { refusalOf } from "../refusal.ts";
import { writeAlike } from "../write-alike.ts";
import type { Written } from "../writer.ts";

/** As many as one call takes. */
const BATCH = 20;
const CALL = "tag:TagResources";

/** Writes to whatever has no writer of its own. What is not among those that failed was written. */
export const tagging = writeAlike(CALL, BATCH, {
  async set(clients, targets, Tags) {
    const ResourceARNList = targets.map(({ arn }) => arn);
    const { FailedResourcesMap } = await clients
      .of(ResourceGroupsTaggingAPIClient)
      .send(new TagResourcesCommand({ ResourceARNList, Tags }));
    return answers(targets, FailedResourcesMap);
  },
  async remove(clients, targets, TagKeys) {
    const ResourceARNList = targets.map(({ arn }) => arn);
    const { FailedResourcesMap } = await clients
      .of(ResourceGroupsTaggingAPIClient)
      .send(new UntagResourcesCommand({ ResourceARNList, TagKeys }));
    return answers(targets, FailedResourcesMap);
  },
});

function answers(
  targets: readonly Named[],
  failed: Readonly<Record<string, FailureInfo>> = {},
): readonly Written[] {
  return targets.map(({ arn, type }) => {
    const failure = failed[arn];
    return failure === undefined ? null : refusalOf(errorOf(failure), type, CALL);
  });
}

/** What failed of one resource, as a call about that one would have said it. */
function errorOf({ ErrorCode, StatusCode, ErrorMessage }: FailureInfo): Error {
  const name: string = ErrorCode ?? "Unknown";
  const $metadata = { httpStatusCode: StatusCode };
  return Object.assign(new Error(ErrorMessage ?? name), { name, $metadata });
}
