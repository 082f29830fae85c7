import { map, tagResource, untaggable } from "../build.ts";
import type { Path } from "../path.ts";
import type { Row, Service } from "../row.ts";

/** GuardDuty. */
export const guardduty: Service = {
  source: "guardduty.amazonaws.com",
  creations: [
    {
      event: "CreateDetector",
      type: "guardduty:detector",
      priority: 4,
      id: "response.detectorId",
      template: "arn:{partition}:guardduty:{region}:{account}:detector/{id}",
      tags: [map("request.tags")],
    },
    {
      event: "CreateMalwareProtectionPlan",
      type: "guardduty:malware-protection-plan",
      priority: 4,
      id: "response.malwareProtectionPlanId",
      template: "arn:{partition}:guardduty:{region}:{account}:malware-protection-plan/{id}",
      tags: [map("request.tags")],
    },
    ofDetector("CreateFilter", "filter", "response.name"),
    ofDetector("CreateIPSet", "ipset", "response.ipSetId"),
    ofDetector("CreateThreatIntelSet", "threatintelset", "response.threatIntelSetId"),
    ofDetector("CreatePublishingDestination", "publishing-destination", "response.destinationId"),
    untaggable("CreateMembers", "guardduty:member", "request.detectorId"),
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  others: ["CreateSampleFindings", "InviteMembers"],
};

/** The ARN of what belongs to a detector holds both. */
function ofDetector(event: string, type: string, id: Path): Row {
  return { event, type: `guardduty:${type}`, priority: 4, id, tags: [map("request.tags")] };
}
