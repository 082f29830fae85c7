import { GetBucketTaggingCommand, S3Client } from "@aws-sdk/client-s3";
import { readEach } from "../read-each.ts";
import { tagMap } from "../tag-map.ts";

/** Reads buckets. Whoever took a name that became free is not asked about theirs. */
export const s3 = readEach("s3:GetBucketTagging", async (clients, { id }) => {
  const { TagSet } = await clients
    .of(S3Client)
    .send(new GetBucketTaggingCommand({ Bucket: id, ExpectedBucketOwner: clients.account }));
  return tagMap(TagSet);
});
