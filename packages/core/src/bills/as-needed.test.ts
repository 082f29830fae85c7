import { expect, test } from "vitest";
import type { ChargeGroup } from "../costs/charge.ts";
import { asNeeded } from "./as-needed.ts";

const [FIRST, SECOND, THIRD] = [Date.UTC(2026, 8, 3), Date.UTC(2026, 8, 9), Date.UTC(2026, 8, 20)];
const STORED = { tagKeys: ["cost-center", "ml-project", "ml-team"], instants: [FIRST, SECOND, THIRD] };
const GROUP: ChargeGroup = {
  combination: 7,
  account: "111122223333",
  region: "eu-central-1",
  service: "AmazonEC2",
  serviceName: "Amazon Elastic Compute Cloud",
  usageType: "BoxUsage:p5.48xlarge",
  lineItemType: "Usage",
  unusedCommitment: false,
  resource: "i-0abc",
  principal: "arn:aws:iam::111122223333:role/vision",
  invoice: "",
  issuer: "AWS",
  tags: ["12", "chat", "vision"],
  dated: ["", "", "nlp"],
  epoch: 2,
  followed: false,
  lines: 3,
  amount: 5n,
  positive: 5n,
  billed: 6n,
};

test("cells that tell more apart than is asked for give what a bill would give", () => {
  const adapt = asNeeded(STORED, {
    facts: new Set(["service"]),
    tagKeys: ["ml_team", "ml-project"],
    instants: [SECOND, THIRD],
  });
  expect(adapt(GROUP)).toEqual({
    account: "",
    region: "",
    service: "AmazonEC2",
    serviceName: "Amazon Elastic Compute Cloud",
    usageType: "",
    lineItemType: "Usage",
    unusedCommitment: false,
    resource: "",
    principal: "",
    invoice: "",
    issuer: "AWS",
    tags: ["vision", "chat"],
    dated: ["nlp", ""],
    epoch: 1,
    followed: false,
    lines: 3,
    amount: 5n,
    positive: 5n,
    billed: 6n,
  });
});

test("the resource that a placed charge names stays, though no rule looks at resources", () => {
  const adapt = asNeeded(STORED, { facts: new Set(), tagKeys: [], instants: [] });
  expect(adapt({ ...GROUP, followed: true }).resource).toBe("i-0abc");
  expect(adapt(GROUP)).toMatchObject({ resource: "", epoch: 0, tags: [] });
});
