import {
  DeleteBucketTaggingCommand,
  GetBucketTaggingCommand,
  PutBucketTaggingCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { Clients } from "../../inventory/clients.ts";
import { isNamed } from "../../inventory/misses.ts";
import { tagMap } from "../../inventory/tag-map.ts";
import { tagList } from "../tag-list.ts";
import type { WholeTags } from "./merge-whole.ts";

/**
 * The tags of a bucket as a whole, if it is still ours. Those of AWS itself are written as they were read: S3 refuses
 * what leaves them out.
 */
export function bucketTags(clients: Clients, name: string): WholeTags {
  const client = clients.of(S3Client);
  // Whoever took a name that became free is not asked about theirs.
  const bucket = { Bucket: name, ExpectedBucketOwner: clients.account };
  return {
    async read() {
      try {
        return tagMap((await client.send(new GetBucketTaggingCommand(bucket))).TagSet);
      } catch (error) {
        if (isNamed(error, ["NoSuchTagSet"])) return {};
        throw error;
      }
    },
    write(tags) {
      const TagSet = tagList(tags);
      if (TagSet.length === 0) return client.send(new DeleteBucketTaggingCommand(bucket));
      return client.send(new PutBucketTaggingCommand({ ...bucket, Tagging: { TagSet } }));
    },
  };
}
