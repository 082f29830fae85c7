/** One line of a made-up bill, as every format can tell it. */
export interface TestCharge {
  readonly id: string;
  /** Epoch milliseconds; it lasts an hour. */
  readonly start: number;
  readonly account: string;
  readonly region: string;
  readonly service: string;
  readonly serviceName: string;
  readonly usageType: string;
  readonly kind: "usage" | "covered" | "tax" | "credit";
  readonly resource: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Decimals; of covered usage what it would have cost. */
  readonly cost: string;
  /** What a Savings Plan made of it, where it is covered. */
  readonly covered: string;
}

/** The account that pays for all of it. */
export const PAYER = "999988887777";
/** The month of it. */
export const PERIOD = "2026-09";

const START = Date.UTC(2026, 8);
const HOUR = 3_600_000;
const TEAMS = ["fraud-detection", "personalization", "ml-platform", " Fraud-Detection", "nobody", ""];
const SERVICES = [
  ["AmazonEC2", "Amazon Elastic Compute Cloud", "BoxUsage:m5.xlarge"],
  ["AmazonSageMaker", "Amazon SageMaker", "Host:ml.g5.xlarge"],
  ["AmazonS3", "Amazon Simple Storage Service", "TimedStorage-ByteHrs"],
] as const;

/**
 * Makes the lines of a month.
 *
 * @param seed another one gives other amounts on some of the lines, as a restatement does
 */
export function makeCharges(count: number, seed = 0): TestCharge[] {
  return Array.from({ length: count }, (_, index): TestCharge => {
    const pick = (salt: number) => scrambled(index * 31 + salt);
    const [service, serviceName, usageType] = SERVICES[pick(1) % SERVICES.length] ?? SERVICES[0];
    const resource = pick(2) % 40;
    const team = TEAMS[resource % TEAMS.length] ?? "";
    const restated = seed > 0 && scrambled(index * 7 + seed) % 50 === 0 ? seed : 0;
    const kind =
      index % 97 === 3 ? "tax" : index % 89 === 5 ? "credit" : index % 11 === 4 ? "covered" : "usage";
    const cost = `${kind === "credit" ? "-" : ""}${pick(3) % 90}.${String(scrambled(index + restated * 1009)).padStart(10, "0")}`;
    return {
      id: `line${index}`,
      start: START + (pick(4) % 720) * HOUR,
      account: resource % 3 === 0 ? "111122223333" : "222233334444",
      region: "eu-central-1",
      service,
      serviceName,
      usageType,
      kind,
      resource: kind === "tax" ? "" : `i-${String(resource).padStart(17, "0")}`,
      tags: {
        ...(team !== "" && kind !== "tax" && { "ml-team": team }),
        ...(resource % 4 !== 0 && { "ml-project": `project-${resource % 5}` }),
        ...(resource % 2 === 0 && { "ml-environment": resource % 4 === 0 ? "production" : "dev" }),
      },
      cost,
      covered: kind === "covered" ? `0.${String(pick(5) % 1000).padStart(3, "0")}` : "",
    };
  });
}

/** A number that looks like any other: the same for the same. */
function scrambled(value: number): number {
  let mixed = Math.imul(value ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
