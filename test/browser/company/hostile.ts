import { makeCreated, makeRecord, START } from "@tagledger/core/ledger/testing/records";
import { HOSTILE_NAMES } from "@tagledger/core/reports/render/testing/sample";
import type { TestCharge } from "../../bills/charge.ts";
import { chargeOn, type Given } from "./charges.ts";
import type { Known } from "./resources.ts";

/** A name that would run a script, were it ever taken for markup. */
export const SCRIPT = `<img src=x onerror="document.title='broken into'">`;
/** A name that would change the style of a label of a chart. */
export const STYLED = "{amount|1,000,000.00}";
/** The name of a resource with an ARN as long as they come. */
export const LONG_ARN = `arn:aws:sagemaker:eu-central-1:111122223333:training-job/${"graph-signals-pretrain-".repeat(80)}0`;

/** Names that a tag can hold, and that are meant to break the page. */
const NAMES = HOSTILE_NAMES.filter((name) => name !== "" && name.length < 256 && !name.includes("\u0000"));

/** A bill whose names are meant to break the page, and whose credits are larger than its costs here and there. */
export function hostileCharges(start: number): readonly TestCharge[] {
  const of = (team: string, cost: string): Given => ({
    cost,
    tags: { "ml-team": team, "ml-project": SCRIPT, "ml-workload-type": STYLED },
  });
  const given: Given[] = [
    ...[SCRIPT, STYLED, ...NAMES].map((team, index) => of(team, `${(index + 1) * 1000}.0000000001`)),
    of(SCRIPT, "-12345.678"),
    { ...of("credited", "-5000.5"), tags: { "ml-team": "credited", "ml-project": "=1+1" } },
    { service: "AmazonS3", serviceName: "Amazon Simple Storage Service", resource: "", cost: "-20.25" },
    { cost: "77.7" },
    { account: "777788889999", cost: "-3.0000000001" },
  ];
  return given.map((each, index) => chargeOn(start, index, index, each));
}

/** Resources whose names, tags and people are meant to break the page. */
export function hostileResources(): readonly Known[] {
  return [...HOSTILE_NAMES, SCRIPT, LONG_ARN].map((text, number) => {
    const resource = number % 2 === 0 && text !== LONG_ARN ? `odd/${number}/${text}` : text || "odd";
    const actor = { type: "IAMUser", arn: text, accountId: null, display: text } as const;
    const record = makeRecord({
      resource,
      incarnation: `odd-${number}`,
      arn: text,
      id: text,
      type: `odd:${text.slice(0, 40)}`,
      account: null,
      region: null,
      // No tag is longer.
      team: text === "" || text.length > 256 ? null : text,
      verdict: "violating",
      actor: { ...makeActor(), ...actor },
      findings: [{ key: text.slice(0, 200), reason: "not-listed", actual: text, expected: text }],
      evidence: [{ kind: "owner-tag", detail: text, team: text, weight: 0.7 }],
      repairs: [{ key: text.slice(0, 200), value: text, by: "alias", from: text, removes: [text] }],
      fix: `aws ec2 create-tags --resources '${text}'`,
      tags: [{ key: text, value: text, hidden: false, since: START }],
    });
    const created = makeCreated({
      eventId: `odd-${number}`,
      tags: { [text || "k"]: text },
      hiddenTags: [text],
    });
    return { record, facts: [created] };
  });
}

function makeActor() {
  return { userName: null, roleName: null, roleArn: null, sessionName: null };
}
