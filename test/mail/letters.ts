import { nodeHash } from "@tagledger/adapters/node/hash";
import { NO_LEAF } from "@tagledger/core/costs/leaf";
import { parseAmount } from "@tagledger/core/costs/money";
import { configOf } from "@tagledger/core/costs/testing/attribution";
import type { Letter } from "@tagledger/core/ports/mail";
import { makeStatement } from "@tagledger/core/reports/mail/statement";
import { type MailTrouble, makeSummary } from "@tagledger/core/reports/mail/summary";
import type { StatementViolation } from "@tagledger/core/reports/mail/violation";
import type { MonthCell } from "@tagledger/core/reports/month/cell";
import { madeSnapshot } from "@tagledger/core/snapshots/testing/made-snapshot";
import { august, september } from "./company.ts";

/** Names that would be markup, formulas, headers or other addresses. */
export const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "fraud\r\nBcc: everybody@example.com",
  '=HYPERLINK("http://evil.example")',
  "+cmd|' /C calc'!A0",
  "@SUM(A1)",
  "-2+3",
  "größe 推薦 \u202eevil",
  "=?utf-8?B?PGI+?=",
  "'; DROP TABLE teams; --",
  "x".repeat(250),
] as const;

/** A letter of a content that is always the same. */
export function letterOf(content: Letter["content"], to: readonly string[] = ["lead@example.com"]): Letter {
  const id = nodeHash.sha256(JSON.stringify([content.period, content.snapshot, content.kind]));
  return { id, at: Date.UTC(2026, 9, 3, 6), from: "finops@example.com", to, content };
}

/** A resource that breaks the rules. */
export function violationOf(resource: string, hourly: string | null): StatementViolation {
  return {
    resource,
    type: "ec2:instance",
    account: "111122223333",
    region: "eu-central-1",
    findings: ["ml-project missing", "ml-environment unknown-value"],
    state: "notified",
    hourly: hourly === null ? null : parseAmount(hourly),
    deadline: Date.UTC(2026, 9, 5, 12),
    fix: `aws ec2 create-tags --resources '${resource}' --tags Key=ml-project,Value=cards`,
  };
}

/** Hostile names of what money was spent on, in amounts that make each a place of its own. */
function hostileCells(team: string): MonthCell[] {
  const leaf = { ...NO_LEAF, team };
  const none = { leaf, day: 1, pool: null, reason: null, value: null };
  return HOSTILE.map((name, place) => ({ ...none, service: name, account: name, amount: BigInt(place + 1) }));
}

/** The letter to a team in September, with August to hold it against. */
export async function fraudLetter(): Promise<Letter> {
  const [before, month] = [await august(), await september()];
  const violations = [
    violationOf("arn:aws:ec2:eu-central-1:111122223333:instance/i-0123456789abcdef0", "3.06"),
    violationOf("arn:aws:s3:::models-of-the-whole-company-that-nobody-tagged", null),
  ];
  const since = { before, restated: null, atList: null };
  const link = "https://costs.example.com/?period=2026-09&team=fraud";
  const budgets = [
    { of: null, monthly: parseAmount("2500"), spent: parseAmount("2653.345") },
    { of: "project cards", monthly: parseAmount("1000"), spent: parseAmount("800") },
  ];
  return letterOf(
    makeStatement("fraud", { month, since, state: "draft", link, violations, budgets, cells: null }),
  );
}

/** The letter to the platform in September. */
export async function platformLetter(trouble: readonly MailTrouble[] = []): Promise<Letter> {
  const [before, month] = [await august(), await september()];
  const violations = [violationOf("i-0fedcba9876543210", "0.4")];
  return letterOf(makeSummary({ month, before, state: "final", link: null, violations, trouble }));
}

/** The letter to a team of which every name is one of these, in its own month. */
export async function hostileLetter(name: string): Promise<Letter> {
  const config = configOf("dimensions: { team: t, project: p, workload: w, experiment: e }");
  const lines = [...HOSTILE, name].map((project) => ({
    service: "AmazonEC2",
    amount: "-1.005",
    tags: { t: name, p: project, w: project, e: project },
  }));
  const month = await madeSnapshot(config, lines, [], { sha256: nodeHash.sha256 });
  const team = month.report.leaves[0]?.leaf.team ?? "";
  const violations = HOSTILE.map((each) => violationOf(each, "1"));
  const since = { before: { ...month, period: "2026-08" }, restated: null, atList: null };
  const made = makeStatement(team, {
    month,
    since,
    state: "draft",
    link: null,
    violations,
    budgets: [],
    cells: hostileCells(team),
  });
  // Without a change there are no movers.
  const movers = HOSTILE.slice(0, 5).map((each) => ({
    project: each,
    workload: each,
    experiment: each,
    before: 1n,
    after: 2n,
    difference: 1n,
  }));
  return letterOf({ ...made, movers });
}
