import { ending, list, tagResource } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import { isObject } from "../event.ts";
import type { View } from "../path.ts";
import type { EndingRow, Row, Service } from "../row.ts";
import { joined } from "../texts.ts";

/** WAF. */
export const wafv2: Service = {
  source: "wafv2.amazonaws.com",
  creations: [
    made("CreateWebACL", "webacl"),
    made("CreateIPSet", "ipset"),
    made("CreateRuleGroup", "rulegroup"),
    made("CreateRegexPatternSet", "regexpatternset"),
  ],
  taggings: tagResource("request.resourceARN", list("request.tags")),
  endings: [
    gone("DeleteWebACL", "webacl"),
    gone("DeleteIPSet", "ipset"),
    gone("DeleteRuleGroup", "rulegroup"),
    gone("DeleteRegexPatternSet", "regexpatternset"),
  ],
  liveTags: usualTags("wafv2", { gone: ["WAFNonexistentItemException"] }),
};

function made(event: string, type: string): Row {
  return {
    event,
    type: `wafv2:${type}`,
    priority: 4,
    id: "response.summary.id",
    arn: "response.summary.aRN",
    tags: [list("request.tags")],
  };
}

function gone(event: string, type: string): EndingRow {
  const path = joined(scope, type, "request.name", "request.id");
  return ending(event, path, `wafv2:${type}`, "arn:{partition}:wafv2:{region}:{account}:{id}");
}

/** How ARNs call what is for CloudFront, and what is for all else. */
function scope({ request }: View): string {
  return isObject(request) && request.scope === "CLOUDFRONT" ? "global" : "regional";
}
