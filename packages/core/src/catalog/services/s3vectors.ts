import { map, tagResource } from "../build.ts";
import type { Service } from "../row.ts";

/** S3 Vectors. */
export const s3vectors: Service = {
  source: "s3vectors.amazonaws.com",
  creations: [
    {
      event: "CreateVectorBucket",
      type: "s3vectors:bucket",
      priority: 2,
      id: "request.vectorBucketName",
      arn: "response.vectorBucketArn",
      tags: [map("request.tags")],
    },
    {
      event: "CreateIndex",
      type: "s3vectors:index",
      priority: 2,
      id: "request.indexName",
      arn: "response.indexArn",
      tags: [map("request.tags")],
    },
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  others: ["PutVectors"],
};
