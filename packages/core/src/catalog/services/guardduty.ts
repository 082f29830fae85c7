import { ending, map, tagResource, untaggable } from "../build.ts";
import { usualTags } from "../build-facts.ts";
import type { Path, PathFunction } from "../path.ts";
import type { Row, Service } from "../row.ts";
import { arnOf } from "../texts.ts";

const DETECTOR = "arn:{partition}:guardduty:{region}:{account}:detector/{id}";
const DESTINATION = "publishingDestination";
const ARN = "arn:{partition}:guardduty:{region}:{account}:{type}/{id}";

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
    ofDetector(
      "CreatePublishingDestination",
      "publishing-destination",
      "response.destinationId",
      DESTINATION,
    ),
    untaggable("CreateMembers", "guardduty:member", "request.detectorId"),
  ],
  taggings: tagResource("request.resourceArn", map("request.tags")),
  endings: [
    ending("DeleteFilter", inDetector("filter", "request.filterName")),
    ending("DeleteIPSet", inDetector("ipset", "request.ipSetId")),
    ending("DeleteThreatIntelSet", inDetector("threatintelset", "request.threatIntelSetId")),
    ending("DeletePublishingDestination", inDetector(DESTINATION, "request.destinationId")),
    ending("DeleteDetector", "request.detectorId", "guardduty:detector", ARN),
    ending(
      "DeleteMalwareProtectionPlan",
      "request.malwareProtectionPlanId",
      "guardduty:malware-protection-plan",
      ARN,
    ),
  ],
  others: ["CreateSampleFindings", "InviteMembers"],
  liveTags: usualTags("guardduty", { gone: [] }),
};

/** What belongs to a detector goes on in its ARN. */
function inDetector(kind: string, id: Path): PathFunction {
  return arnOf(DETECTOR, "request.detectorId", kind, id);
}

function ofDetector(event: string, type: string, id: Path, kind = type): Row {
  return {
    event,
    type: `guardduty:${type}`,
    priority: 4,
    id,
    arn: inDetector(kind, id),
    tags: [map("request.tags")],
  };
}
