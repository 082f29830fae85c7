import type { Actor } from "@tagledger/core/catalog/actor";
import type { Fact } from "@tagledger/core/ledger/fact";
import type { ResourceRecord } from "@tagledger/core/ledger/resource";
import {
  ANN,
  DAY,
  MINUTE,
  makeCreated,
  makeRecord,
  makeTagged,
  START,
} from "@tagledger/core/ledger/testing/records";
import type { Verdict } from "@tagledger/core/tags/verdict/judge";
import { TEAMS } from "./amounts.ts";
import { KINDS, REPAIRABLE, VIOLATIONS } from "./kinds.ts";

/** A record and what happened to its resource. */
export interface Known {
  readonly record: ResourceRecord;
  readonly facts: readonly Fact[];
}

const VERDICTS: readonly Verdict[] = [
  "violating",
  "compliant",
  "repairable",
  "compliant",
  "undecided",
  "violating",
  "compliant",
  "repairable",
  "compliant",
  "exempt",
];

const PIPELINE: Actor = {
  ...ANN,
  arn: "arn:aws:sts::111122223333:assumed-role/ml-pipeline-runner/graph-signals-nightly",
  display: "ml-pipeline-runner",
};

/** So many resources of September, each like none before. */
export function companyResources(count: number): readonly Known[] {
  return Array.from({ length: count }, (_, number) => known(number));
}

function known(number: number): Known {
  const kind = pick(KINDS, number);
  const verdict = pick(VERDICTS, number);
  const account = pick(["111122223333", "444455556666", "222233334444"], number);
  const id = kind.id(number);
  const arn = kind.arn(id, account);
  const created = START + ((number * 37) % 29) * DAY + ((number * 613) % 1440) * MINUTE;
  const actor = number % 3 === 0 ? PIPELINE : ANN;
  const wrong = verdict === "repairable" ? pick(REPAIRABLE, number) : pick(VIOLATIONS, number);
  const isWrong = verdict !== "compliant";
  const record = makeRecord({
    resource: arn,
    incarnation: `event-${number}`,
    arn,
    id,
    type: kind.type,
    account,
    region: kind.type === "s3:bucket" ? null : "eu-central-1",
    created,
    actor,
    team: number % 4 === 0 ? null : pick(TEAMS, number),
    verdict,
    findings: isWrong ? wrong.findings : [],
    fix: isWrong && verdict !== "exempt" ? `${kind.line(id, arn)} ${wrong.tags} --region eu-central-1` : null,
    exemption:
      verdict === "exempt"
        ? {
            rule: "enforcement.exemptions[0]",
            reason: "migration",
            owner: "ml-platform",
            until: "2027-01-31",
          }
        : null,
  });
  return { record, facts: [makeCreated({ at: created, eventId: `event-${number}`, actor })] };
}

/** A resource with a long story: made twice, tagged late, repaired in part. */
export const STORY = "arn:aws:sagemaker:eu-central-1:111122223333:endpoint/card-screening-prod";

/** The two incarnations of that resource. */
export function storyRecords(): {
  readonly records: readonly ResourceRecord[];
  readonly facts: readonly Fact[];
} {
  const [first, second] = [START + DAY, START + 9 * DAY + 613 * MINUTE];
  const base = makeRecord({
    resource: STORY,
    arn: STORY,
    id: "card-screening-prod",
    type: "sagemaker:endpoint",
    actor: ANN,
  });
  const before = { ...base, incarnation: "story-1", created: first };
  const now: ResourceRecord = {
    ...base,
    incarnation: "story-2",
    created: second,
    actor: PIPELINE,
    verdict: "violating",
    findings: [
      { key: "ml-environment", reason: "alias", actual: "production", expected: "prod" },
      { key: "ml-project", reason: "missing", actual: null, expected: "[a-z0-9][a-z0-9-]{1,62}" },
    ],
    evidence: [
      { kind: "team-tag", detail: "tag ml-team=fraud-detection", team: "fraud-detection", weight: 1 },
      {
        kind: "principal",
        detail: "arn:aws:iam::111122223333:role/fraud-ml",
        team: "fraud-detection",
        weight: 0.9,
      },
      { kind: "owner-mention", detail: "tag owner=ann@example.com", team: "personalization", weight: 0.4 },
    ],
    repairs: [
      {
        key: "ml-environment",
        value: "prod",
        by: "alias",
        from: "ml-environment=production",
        removes: ["Env"],
      },
    ],
    fix: `aws sagemaker add-tags --resource-arn ${STORY} --tags Key=ml-environment,Value=prod Key=ml-project,Value="\${ML_PROJECT:?}" --region eu-central-1`,
    tags: [
      { key: "Env", value: "production", hidden: false, since: second },
      { key: "ml-environment", value: "staging", hidden: false, since: second },
      { key: "ml-environment", value: "production", hidden: false, since: second + 45 * MINUTE },
      { key: "ml-team", value: "fraud-detection", hidden: false, since: second + 2 * MINUTE },
      { key: "ml-project", value: "cards", hidden: false, since: second + 2 * MINUTE },
      { key: "ml-project", value: null, hidden: false, since: second + 50 * MINUTE },
      { key: "cost-code", value: null, hidden: true, since: second + 50 * MINUTE },
    ],
  };
  const happened = (minutes: number, part: Partial<Fact & { kind: "tagged" }>): Fact =>
    makeTagged({ at: second + minutes * MINUTE, eventId: `story-${minutes}`, actor: ANN, ...part });
  return {
    records: [before, now],
    facts: [
      makeCreated({ at: first, eventId: "story-1", actor: ANN }),
      makeCreated({
        at: second,
        eventId: "9f1c2d3e-4b5a-4c6d-8e7f-0a1b2c3d4e5f",
        actor: PIPELINE,
        tags: { Env: "production", "ml-environment": "staging" },
      }),
      happened(2, { tags: { "ml-team": "fraud-detection", "ml-project": "cards" } }),
      happened(45, { tags: { "ml-environment": "production" } }),
      happened(50, { change: "remove", tags: {}, keys: ["ml-project"], hiddenTags: ["cost-code"] }),
      {
        kind: "decided",
        at: second + 60 * MINUTE,
        eventId: null,
        part: 0,
        actor: null,
        verdict: "violating",
        state: "violating",
      },
    ],
  };
}

function pick<Value>(values: readonly Value[], number: number): Value {
  const value = values[number % values.length];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}
