import { ending, list, tagCalls } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Row, Service } from "../row.ts";

/** Certificate Manager. */
export const acm: Service = {
  source: "acm.amazonaws.com",
  creations: [certificate("RequestCertificate"), certificate("ImportCertificate")],
  taggings: tagCalls(
    "AddTagsToCertificate",
    "RemoveTagsFromCertificate",
    { at: "request.certificateArn" },
    list("request.tags"),
    "request.tags",
  ),
  endings: [ending("DeleteCertificate", "request.certificateArn")],
  others: ["ResendValidationEmail", "RenewCertificate", "ExportCertificate"],
  liveTags: usualTags("acm", { read: "ListTagsForCertificate", write: "AddTagsToCertificate" }),
};

function certificate(event: string): Row {
  return {
    event,
    type: "acm:certificate",
    priority: 4,
    arn: "response.certificateArn",
    tags: [list("request.tags")],
  };
}
