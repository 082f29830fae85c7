import { ACCOUNTS, type Account } from "../../company/accounts.ts";
import { REGIONS } from "../../company/regions.ts";
import { session, TEAMS } from "../../company/teams.ts";
import type { Company } from "../../company.ts";
import { DAY, HOUR, MONTH } from "../../month.ts";
import type { Random } from "../../random.ts";
import { type Call, read } from "../call.ts";
import { principalOf, program } from "../people.ts";
import { awsService } from "../principal.ts";
import { atWork, WORKDAYS } from "../work-hours.ts";

type Look = readonly [service: string, name: string, request?: Readonly<Record<string, unknown>>];

const region = REGIONS.virginia;

// What an engineer looks at, page after page.
const PAGES: readonly Look[] = [
  ["sagemaker", "ListTrainingJobs", { maxResults: 10, sortBy: "CreationTime" }],
  ["sagemaker", "ListEndpoints", { maxResults: 10 }],
  ["sagemaker", "ListTags", { maxResults: 50 }],
  ["sagemaker", "DescribeNotebookInstance"],
  ["logs", "DescribeLogStreams", { logGroupName: "/aws/sagemaker/TrainingJobs" }],
  ["s3", "ListBuckets"],
  ["ec2", "DescribeInstances", { maxResults: 50 }],
  ["monitoring", "DescribeAlarms"],
  ["ecr", "DescribeRepositories"],
  ["iam", "GetRole"],
];

// What an auditor asks of every account.
const QUESTIONS: readonly Look[] = [
  ["iam", "ListUsers"],
  ["iam", "GetAccountSummary"],
  ["s3", "GetBucketPolicyStatus"],
  ["ec2", "DescribeSecurityGroups"],
  ["kms", "ListKeys"],
  ["cloudtrail", "DescribeTrails"],
  ["tagging", "GetResources", { resourcesPerPage: 100 }],
];

/** Calls that only read: people looking around, programs keeping watch, services fetching keys. */
export function* reads(company: Company, random: Random): Iterable<Call> {
  for (const team of Object.values(TEAMS)) {
    for (const engineer of team.engineers) {
      const by = principalOf(session(team.training, team, engineer));
      for (const day of WORKDAYS) {
        if (random.chance(75)) yield* looks(team.training, by, atWork(random, day), random);
      }
    }
  }
  yield* watch(company, random);
  yield* audits(random);
}

function* looks(account: Account, by: Call["by"], at: number, random: Random): Iterable<Call> {
  for (let page = random.integer(1, 5); page > 0; page--) {
    const [service, name, request = null] = random.pick(PAGES);
    yield read({ account, region, by, at: at + random.integer(0, 900) }, service, name, request);
  }
}

function* watch({ clusters }: Company, random: Random): Iterable<Call> {
  const { data } = ACCOUNTS;
  for (let hour = 0; hour < MONTH.hours; hour += 4) {
    const at = hour * HOUR + random.integer(0, 3000);
    for (const { name, account } of clusters) {
      const by = principalOf(`arn:aws:sts::${account.id}:assumed-role/karpenter-controller/${name}`);
      const look = random.pick(["DescribeInstances", "DescribeInstanceTypes", "DescribeSpotPriceHistory"]);
      yield read({ account, region, by, at }, "ec2", look, {});
    }
    const by = awsService("s3.amazonaws.com");
    yield read({ account: data, region, by, at: at + 60 }, "kms", "Decrypt", {
      encryptionAlgorithm: "SYMMETRIC_DEFAULT",
    });
  }
}

function* audits(random: Random): Iterable<Call> {
  for (const week of [0, 1, 2, 3]) {
    for (const account of Object.values(ACCOUNTS)) {
      const by = program(account, "security-audit", "weekly");
      const at = week * 7 * DAY + 4 * HOUR + random.integer(0, 900);
      for (const [index, [service, name, request = null]] of QUESTIONS.entries()) {
        yield read({ account, region, by, at: at + index }, service, name, request);
      }
    }
  }
}
