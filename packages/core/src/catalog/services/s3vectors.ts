import { ending, map, tagResource } from "../build.ts";
import { onlyAsked, usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";
import { joined } from "../texts.ts";

/** An index goes on in the ARN of its bucket. */
const ARN = "arn:{partition}:s3vectors:{region}:{account}:bucket/{id}";

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
  endings: [
    ending(
      "DeleteVectorBucket",
      ["request.vectorBucketArn", "request.vectorBucketName"],
      "s3vectors:bucket",
      ARN,
    ),
    ending(
      "DeleteIndex",
      ["request.indexArn", joined("request.vectorBucketName", "index", "request.indexName")],
      "s3vectors:index",
      ARN,
    ),
  ],
  others: ["PutVectors"],
  liveTags: usualTags("s3vectors", { gone: ["NotFoundException"] }),
  types: {
    "s3vectors:bucket": onlyAsked(),
    "s3vectors:index": onlyAsked(),
  },
};
