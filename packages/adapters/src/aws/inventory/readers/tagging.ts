import {
  GetResourcesCommand,
  ResourceGroupsTaggingAPIClient,
} from "@aws-sdk/client-resource-groups-tagging-api";
import type { Clients } from "../clients.ts";
import { readBatches } from "../read-batches.ts";
import type { LiveLook, Named, Reader } from "../reader.ts";
import { tagMap } from "../tag-map.ts";

const BATCH = 100;

/**
 * Reads whatever has no reader of its own. The Tagging API leaves out alike what never had a tag, what is gone and what
 * it has not come to yet; so what is not in its answer was not read, which is no more than to try again later.
 */
export const tagging: Reader = {
  call: "tag:GetResources",
  read: (clients, sought) => readBatches(sought, BATCH, (batch) => ask(clients, batch)),
};

async function ask(clients: Clients, batch: readonly Named[]): Promise<LiveLook[]> {
  const ResourceARNList = batch.map(({ arn }) => arn);
  const { ResourceTagMappingList: found = [] } = await clients
    .of(ResourceGroupsTaggingAPIClient)
    .send(new GetResourcesCommand({ ResourceARNList }));
  const tags = new Map(found.map(({ ResourceARN, Tags }) => [ResourceARN, tagMap(Tags)]));
  return batch.map(({ arn }) => {
    const own = tags.get(arn);
    return own === undefined ? { miss: "failed" } : { tags: own };
  });
}
