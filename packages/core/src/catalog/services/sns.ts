import { ending, list, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Service } from "../row.ts";

/** SNS. */
export const sns: Service = {
  source: "sns.amazonaws.com",
  creations: [
    {
      event: "CreateTopic",
      type: "sns:topic",
      priority: 4,
      mayExist: true,
      arn: "response.topicArn",
      tags: [list("request.tags")],
    },
    untaggable("Subscribe", "sns:subscription", "response.subscriptionArn"),
    untaggable("CreatePlatformApplication", "sns:platform-application", "request.name"),
    untaggable("CreatePlatformEndpoint", "sns:platform-endpoint", "response.endpointArn"),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [ending("DeleteTopic", "request.topicArn")],
  others: ["ConfirmSubscription", "AddPermission"],
  liveTags: usualTags("sns", { gone: ["ResourceNotFound"] }),
};
