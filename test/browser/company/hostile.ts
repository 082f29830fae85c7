import { parseAmount } from "@tagledger/core/costs/money";
import { rational } from "@tagledger/core/costs/rational";
import { makeCreated, makeRecord, START } from "@tagledger/core/ledger/testing/records";
import { leafOf, makeReport, unallocatedOf } from "@tagledger/core/reports/render/testing/make-report";
import { HOSTILE_NAMES } from "@tagledger/core/reports/render/testing/sample";
import type { Report } from "@tagledger/core/reports/report";
import type { Known } from "./resources.ts";

/** A name that would run a script, were it ever taken for markup. */
export const SCRIPT = `<img src=x onerror="document.title='broken into'">`;
/** A name that would change the style of a label of a chart. */
export const STYLED = "{amount|1,000,000.00}";
/** The name of a resource with an ARN as long as they come. */
export const LONG_ARN = `arn:aws:sagemaker:eu-central-1:111122223333:training-job/${"graph-signals-pretrain-".repeat(80)}0`;

/** A bill whose names are meant to break the page, and whose credits are larger than its costs here and there. */
export function hostileReport(): Report {
  const teams = [SCRIPT, STYLED, ...HOSTILE_NAMES.filter((name) => name !== "")];
  const share = (team: string, amount: string) => ({
    team,
    amount: parseAmount(amount),
    weight: rational(1n, 3n),
  });
  return makeReport({
    leaves: [
      ...teams.map((team, index) =>
        leafOf({ team, project: SCRIPT, workload: STYLED }, `${(index + 1) * 1000}.000000000000000000000001`),
      ),
      leafOf({ team: SCRIPT }, "-12345.678"),
      leafOf({ team: "credited", project: "refunds" }, "-5000.5", "-20.25"),
    ],
    pools: [
      {
        pool: SCRIPT,
        amount: parseAmount("-20.25"),
        method: SCRIPT,
        metric: null,
        shares: [share("credited", "-20.25")],
      },
    ],
    unallocated: [
      unallocatedOf("invalid-team", SCRIPT, "77.7"),
      unallocatedOf("invalid-team", "x".repeat(3000), "-0.001"),
    ],
    excluded: "-3.000000000000000000000001",
  });
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
      team: text || null,
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
