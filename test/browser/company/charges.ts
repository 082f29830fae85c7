import { formatAmount, parseAmount } from "@tagledger/core/costs/money";
import type { TestCharge } from "../../bills/charge.ts";
import { DIRECT, rowsOf } from "./amounts.ts";

const [DAY, HOUR] = [86_400_000, 3_600_000];
const PARTS = 4n;

/** What of a charge differs from one to the next. */
export type Given = Partial<TestCharge> & Pick<TestCharge, "cost">;

/** A charge on a day of a month, of our account and of machine learning unless it says otherwise. */
export function chargeOn(start: number, day: number, index: number, given: Given): TestCharge {
  return {
    id: `line-${start}-${index}`,
    start: start + (day % 28) * DAY + (index % 24) * HOUR,
    account: "111122223333",
    region: "eu-central-1",
    service: "AmazonSageMaker",
    serviceName: "Amazon SageMaker",
    usageType: "Host:ml.g5.xlarge",
    kind: "usage",
    resource: `arn:aws:sagemaker:eu-central-1:111122223333:training-job/job-${index}`,
    tags: {},
    covered: "",
    ...given,
  };
}

/** What the sample company is charged in a month that costs a part of what September does. */
export function companyCharges(start: number, [part, of]: readonly [bigint, bigint]): TestCharge[] {
  const given = [...direct(), ...shared(), ...nobodys()].map((each) => ({
    ...each,
    cost: cents((parseAmount(each.cost) * part) / of),
    covered: each.covered === undefined ? "" : cents((parseAmount(each.covered) * part) / of),
  }));
  return given.map((each, index) => chargeOn(start, (index * 11) % 28, index, each));
}

function direct(): Given[] {
  return rowsOf(DIRECT).flatMap(([team, project, workload, amount], row) => {
    const tags = {
      "ml-team": team ?? "",
      ...(project != null && { "ml-project": project }),
      ...(workload != null && { "ml-workload-type": workload }),
      ...(workload != null && { "ml-environment": workload === "inference" ? "prod" : "dev" }),
      ...(workload === "training" && { "ml-experiment-id": `exp-${1000 + row}` }),
    };
    const whole = parseAmount(amount ?? "0");
    return Array.from({ length: Number(PARTS) }, (_, at): Given => {
      const cost = at === 0 ? whole - (whole / PARTS) * (PARTS - 1n) : whole / PARTS;
      // What a commitment covers would have cost more.
      return workload === "training" && at === 1
        ? { tags, kind: "covered", cost: formatAmount((cost * 5n) / 4n), covered: formatAmount(cost) }
        : { tags, cost: formatAmount(cost) };
    });
  });
}

/** What pools hold. */
function shared(): Given[] {
  const on = (service: string, costs: readonly string[]) =>
    costs.map((cost): Given => ({ service, serviceName: service, resource: "", cost }));
  return [
    ...on("AmazonEKS", ["61234.5678901234", "58111.11", "31259.9012345678"]),
    ...on("AmazonS3", ["9123.456789", "8655.100001"]),
    ...on("AmazonCloudWatch", ["10072.124999"]),
    ...on("AWSSupportEnterprise", ["52799.09"]),
  ];
}

/** What no team bears: without one, with one that there is not, and of an account that is not ours to explain. */
function nobodys(): Given[] {
  return [
    { service: "AmazonEC2", serviceName: "Amazon Elastic Compute Cloud", cost: "18033.3409514825" },
    { tags: { "ml-team": "vision" }, cost: "6151.1915420269" },
    { tags: { "ml-team": "tbd" }, cost: "906.22178" },
    { account: "777788889999", cost: "67245.98226" },
  ];
}

// As many decimals as bills have.
function cents(amount: bigint): string {
  const scale = 10n ** 14n;
  return formatAmount((amount / scale) * scale);
}
