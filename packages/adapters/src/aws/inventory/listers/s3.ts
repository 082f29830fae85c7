import { paginateListBuckets, S3Client } from "@aws-sdk/client-s3";
import { partitionOf } from "@tagledger/core/catalog/partition";
import { listedAs } from "../listed.ts";
import type { Lister } from "../lister.ts";

/** As many as a page holds; without a limit the answer lacks where the buckets are. */
const PAGE = 1000;

/** Lists buckets, wherever they are: their names do not tell, and events may name another region. */
export const s3: Lister = {
  types: ["s3:bucket"],
  calls: ["s3:ListAllMyBuckets"],
  ofAllRegions: true,
  async *list(clients) {
    const pages = paginateListBuckets({ client: clients.of(S3Client) }, { MaxBuckets: PAGE });
    for await (const { Buckets = [] } of pages) {
      yield Buckets.flatMap(({ Name, BucketRegion }) => {
        if (Name === undefined) return [];
        const listed = listedAs(`arn:${partitionOf(clients.region)}:s3:::${Name}`, clients);
        return [{ ...listed, region: BucketRegion ?? clients.region }];
      });
    }
  },
};
