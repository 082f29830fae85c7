import { ACCOUNTS, type Account } from "../../company/accounts.ts";
import { REGIONS } from "../../company/regions.ts";
import { TEAMS } from "../../company/teams.ts";
import { DAY, HOUR, isoTime, MONTH } from "../../month.ts";
import type { Random } from "../../random.ts";
import { type Call, change, read, type Scene } from "../call.ts";
import { keyId } from "../ids.ts";
import { atDesk, permitted } from "../people.ts";
import { iamUser, type Principal, root, storeUser, workflow } from "../principal.ts";
import { atWork, WORKDAYS } from "../work-hours.ts";

const region = REGIONS.virginia;
const { billing, training, development, data, shop } = ACCOUNTS;

/** How people and workflows come in: by IAM Identity Center, by GitHub, by passwords, once as root. */
export function* signIns(random: Random): Iterable<Call> {
  const people = Object.values(TEAMS).flatMap(({ engineers }) => engineers);
  for (const [index, name] of people.entries()) {
    for (const day of WORKDAYS.filter((day) => day % 5 === index % 5))
      yield* portal(name, atWork(random, day));
  }
  for (const team of Object.values(TEAMS)) {
    for (let day = 0; day < MONTH.days; day += 3) {
      const at = day * DAY + random.integer(0, DAY - 1);
      yield* assumed(team.training, `${team.prefix}-models`, `${team.prefix}-pipeline`, at);
    }
  }
  yield* passwords(random);
}

function* portal(name: string, at: number): Iterable<Call> {
  const scene = { account: billing, region, by: storeUser(billing, name, atDesk(name)), at };
  const more = {
    serviceEventDetails: { UserAuthentication: "Success" },
    additionalEventData: { LoginTo: "portal" },
  };
  yield {
    ...change(scene, "signin", "UserAuthentication", {}),
    request: null,
    type: "AwsServiceEvent",
    more,
  };
  const by = permitted(development, "engineer", name);
  yield login({ account: development, region, by, at: at + 14 }, "Success", "No");
}

function* assumed(account: Account, repository: string, role: string, at: number): Iterable<Call> {
  const by = workflow(account, repository, {
    address: "192.0.2.141",
    agent: "configure-aws-credentials-for-github-actions",
  });
  const roleArn = `arn:aws:iam::${account.id}:role/${role}`;
  const scene = { account, region, by, at };
  const request = { roleArn, roleSessionName: "GitHubActions", durationSeconds: 3600 };
  const accessKeyId = keyId("ASIA", `${roleArn} ${at}`);
  const response = { credentials: { accessKeyId, expiration: isoTime(at + HOUR), sessionToken: "***" } };
  yield { ...read(scene, "sts", "AssumeRoleWithWebIdentity", request), response };
}

function* passwords(random: Random): Iterable<Call> {
  const leaver = iamUser(data, "t.brouwer", atDesk("t.brouwer"));
  const enter = (account: Account, by: Principal, at = atWork(random)): Scene => ({
    account,
    region,
    by,
    at,
  });
  for (let time = 0; time < 4; time++) yield login(enter(data, leaver), "Success", "Yes");
  yield login(enter(data, leaver), "Failure", "Yes");
  // Whoever mistypes their name may have typed their password, and so the log hides it.
  const userName = "HIDDEN_DUE_TO_SECURITY_REASONS";
  const nameless = { type: "IAMUser", accountId: training.id, accessKeyId: "", userName };
  yield login(enter(training, { ...atDesk("t.brouwer"), identity: () => nameless }), "Failure", "No");
  yield login(enter(shop, root(shop, atDesk("hugo.marchetti")), 17 * DAY + 9 * HOUR + 12), "Success", "Yes");
}

function login(scene: Scene, outcome: "Success" | "Failure", MFAUsed: "Yes" | "No"): Call {
  const more = {
    ...(outcome === "Failure" ? { errorMessage: "Failed authentication" } : {}),
    additionalEventData: {
      LoginTo: "https://console.aws.amazon.com/console/home",
      MobileVersion: "No",
      MFAUsed,
    },
  };
  const call = change(scene, "signin", "ConsoleLogin", {}, { ConsoleLogin: outcome });
  return { ...call, request: null, type: "AwsConsoleSignIn", more };
}
