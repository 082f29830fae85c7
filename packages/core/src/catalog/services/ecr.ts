import { ending, list, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** ECR. */
export const ecr: Service = {
  source: "ecr.amazonaws.com",
  creations: [
    {
      event: "CreateRepository",
      type: "ecr:repository",
      priority: 3,
      id: "response.repository.repositoryName",
      arn: "response.repository.repositoryArn",
      tags: [list("request.tags")],
    },
    untaggable("CreatePullThroughCacheRule", "ecr:pull-through-cache-rule", "request.ecrRepositoryPrefix"),
    untaggable("CreateRepositoryCreationTemplate", "ecr:repository-creation-template", "request.prefix"),
    untaggable("PutImage", "ecr:image", "response.image.imageId.imageDigest"),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [ending("DeleteRepository", "response.repository.repositoryArn")],
  others: [
    "InitiateLayerUpload",
    "UploadLayerPart",
    "CompleteLayerUpload",
    "PutImageTagMutability",
    "StartImageScan",
    "StartLifecyclePolicyPreview",
  ],
  liveTags: usualTags("ecr", { gone: ["RepositoryNotFoundException"] }),
};
