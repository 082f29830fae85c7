import { list, tagCalls } from "../build.ts";
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
  others: ["ResendValidationEmail", "RenewCertificate", "ExportCertificate"],
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
