import {
  paginateGetResources,
  ResourceGroupsTaggingAPIClient,
} from "@aws-sdk/client-resource-groups-tagging-api";
import type { TagMap } from "@tagledger/core/catalog/tags";
import type { Clients } from "./clients.ts";
import { tagMap } from "./tag-map.ts";

const PAGE = 100;

/**
 * What the Tagging API tells of an account and region, by ARN: all that has or had tags, and some of it when it is gone
 * already.
 */
export async function taggedIn(clients: Clients): Promise<ReadonlyMap<string, TagMap>> {
  const tagged = new Map<string, TagMap>();
  const client = clients.of(ResourceGroupsTaggingAPIClient);
  for await (const { ResourceTagMappingList = [] } of paginateGetResources(
    { client },
    { ResourcesPerPage: PAGE },
  )) {
    for (const { ResourceARN, Tags } of ResourceTagMappingList) {
      if (ResourceARN !== undefined) tagged.set(ResourceARN, tagMap(Tags));
    }
  }
  return tagged;
}
