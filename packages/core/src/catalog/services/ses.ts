import { ending, list, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Path } from "../path.ts";
import type { EndingRow, Row, Service } from "../row.ts";

/** Simple Email Service. */
export const ses: Service = {
  source: "ses.amazonaws.com",
  creations: [
    made("CreateEmailIdentity", "identity", "request.emailIdentity"),
    made("CreateConfigurationSet", "configuration-set", "request.configurationSetName"),
    made("CreateDedicatedIpPool", "dedicated-ip-pool", "request.poolName"),
    made("CreateContactList", "contact-list", "request.contactListName"),
    made("CreateEmailTemplate", "template", "request.templateName"),
    untaggable("CreateTemplate", "ses:template", "request.template.templateName"),
  ],
  taggings: tagResource("request.resourceArn", list("request.tags")),
  endings: [
    gone("DeleteEmailIdentity", "identity", "request.emailIdentity"),
    gone("DeleteConfigurationSet", "configuration-set", "request.configurationSetName"),
    gone("DeleteDedicatedIpPool", "dedicated-ip-pool", "request.poolName"),
    gone("DeleteContactList", "contact-list", "request.contactListName"),
    gone("DeleteEmailTemplate", "template", "request.templateName"),
  ],
  others: ["VerifyEmailIdentity", "VerifyDomainIdentity", "VerifyDomainDkim"],
  liveTags: usualTags("ses", { gone: ["NotFoundException"] }),
};

function made(event: string, type: string, id: Path): Row {
  return {
    event,
    type: `ses:${type}`,
    priority: 4,
    id,
    template: "arn:{partition}:ses:{region}:{account}:{type}/{id}",
    tags: [list("request.tags")],
  };
}

function gone(event: string, type: string, id: Path): EndingRow {
  return ending(event, id, `ses:${type}`, "arn:{partition}:ses:{region}:{account}:{type}/{id}");
}
