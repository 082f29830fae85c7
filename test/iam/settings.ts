import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import type { Config } from "@tagledger/core/config/definition";
import { loadConfig } from "@tagledger/core/config/load";
import { configOf } from "@tagledger/core/config/testing/config-of";
import { TYPES } from "@tagledger/core/policy/iam/types";
import type { FunctionReach } from "@tagledger/core/policy/own-iam";

/** The account that our functions run in, one whose role they take on, and one that is none of theirs. */
export const [HOME, MEMBER, STRANGER]: readonly [string, string, string] = [
  "111122223333",
  "222233334444",
  "999900001111",
];
export const REGION = "eu-central-1";

/** What a deployment reaches. */
export const REACH: FunctionReach = {
  partition: "aws",
  account: HOME,
  places: [
    { account: HOME, region: REGION },
    { account: MEMBER, region: REGION },
  ],
  roles: { reader: "tagledger-production-reader", remediation: "tagledger-production-remediation" },
  explorerView: `arn:aws:resource-explorer-2:${REGION}:${HOME}:view/all/0a1b2c3d`,
};

/** What a deployment makes. */
export const STORES = {
  table: `arn:aws:dynamodb:${REGION}:${HOME}:table/tagledger-production-ledger`,
  bus: `arn:aws:events:${REGION}:${HOME}:event-bus/tagledger-production`,
  config: { bucket: "arn:aws:s3:::tagledger-production-config", key: "tagledger.yaml" },
  bills: {
    delivered: [{ bucket: "arn:aws:s3:::example-billing", prefix: "exports/ml" }],
    cells: { bucket: "arn:aws:s3:::tagledger-production-cells", prefix: "cells" },
  },
  queue: `arn:aws:sqs:${REGION}:${HOME}:tagledger-production-intake`,
  logs: `arn:aws:logs:${REGION}:${HOME}:log-group:/aws/lambda/tagledger-production-on-due`,
};

/** All remedies that lose something, by name. */
export const LOSSY: readonly string[] = [
  ...new Set(
    TYPES.flatMap((type) =>
      typeFacts(type).remedies.flatMap(({ name, class: kind }) => (kind === "lossy" ? [name] : [])),
    ),
  ),
];

/** Nothing is turned on. */
export const OBSERVED: Config = configOf("");

/** Everything that can be turned on is. */
export const EVERYTHING_TEXT = `version: 1
enforcement:
  default: { mode: [notify, repair, quarantine] }
  rules: [{ match: { type: "*" }, mode: [notify, repair, quarantine], allow: ${JSON.stringify(LOSSY)} }]
notify:
  email: { from: finops@mail.example.com }
  sns: "arn:aws:sns:${REGION}:${HOME}:people"
`;
export const EVERYTHING: Config = loadConfig(EVERYTHING_TEXT, "tagledger.yaml").config;
