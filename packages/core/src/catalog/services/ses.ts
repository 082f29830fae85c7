import { list, tagResource, untaggable } from "../build.ts";
import type { Path } from "../path.ts";
import type { Row, Service } from "../row.ts";

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
  others: ["VerifyEmailIdentity", "VerifyDomainIdentity", "VerifyDomainDkim"],
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
