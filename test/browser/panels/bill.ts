import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { divideOn } from "../../allocate/allocating.ts";
import { makeCharges, type TestCharge } from "../../bills/charge.ts";
import { deliverCur2 } from "../../bills/deliver.ts";
import type { Laptop } from "../../ingest/laptop.ts";
import { SCRIPT, STYLED } from "../company/hostile.ts";

/** Rules by which every value of the tag is a team, whatever somebody wrote there. */
export const RULES = `version: 1
tags:
  ml-team: { required: true }
  ml-project: { required: true }
  ml-environment: {}
  ml-experiment-id: {}
policies: { tax: follow, credit: follow }
pools:
  - { name: gpu, match: { service: sagemaker }, includeTagged: true, method: usage, metric: { gpu-hours: 1 }, idle: separate }
  - { name: storage, match: { service: s3 }, includeTagged: true, method: even }
`;

/** The teams of the company: two that behave, and two whose names are meant to break the page. */
export const TEAMS = ["fraud-detection", "vision", SCRIPT, STYLED] as const;

/** An experiment that a spreadsheet would run; values are read in small letters. */
export const FORMULA = "=cmd|' /c calc'!a0";

/** Takes in a bill and usage, and divides them. */
export async function divideBill(laptop: Laptop): Promise<void> {
  const { folder } = laptop;
  const place = await deliverCur2(folder, makeCharges(300).map(owned), { run: "run-1" });
  await laptop.take(place, { rules: RULES });
  const rows = [...TEAMS, "capacity"].map((team, index) => usageRow(team, [40, 30, 10, 5, 120][index] ?? 1));
  const text = ["start,end,pool,team,metric,quantity", ...rows, ""].join("\n");
  writeFileSync(join(folder, "usage.csv"), text);
  await divideOn(laptop, { rules: RULES });
}

function usageRow(team: string, hours: number): string {
  return `2026-09-01,2026-10-01,gpu,"${team.replaceAll('"', '""')}",gpu-hours,${hours}`;
}

/** The same charge, of a team of this company; every fourth of no team. */
function owned(charge: TestCharge, index: number): TestCharge {
  if (charge.kind === "tax") return charge;
  const { "ml-team": _, ...tags } = charge.tags;
  const team = TEAMS[index % 5];
  const experiment = index % 3 === 0 ? { "ml-experiment-id": index % 2 === 0 ? FORMULA : "exp-7" } : {};
  return { ...charge, tags: { ...tags, ...experiment, ...(team === undefined ? {} : { "ml-team": team }) } };
}
