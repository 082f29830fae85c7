import { list, tagResource } from "../build.ts";
import type { Row, Service } from "../row.ts";

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
