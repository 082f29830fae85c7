import { STSClient } from "@aws-sdk/client-sts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { serve, type TestServer } from "../testing/http-server.ts";
import { type AccountsOptions, clientsInAccounts } from "./accounts.ts";

const [HOME, MEMBER, OTHER] = ["111122223333", "222233334444", "333344445555"];
const REGION = "eu-central-1";
const MINUTE = 60_000;

let server: TestServer;
let asked: URLSearchParams[] = [];
let now: number;
let isDenied: boolean;

beforeEach(async () => {
  now = Date.UTC(2026, 8, 1);
  isDenied = false;
  server = await serve(({ body }) => {
    asked.push(new URLSearchParams(body));
    const headers = { "content-type": "text/xml" };
    return isDenied
      ? { status: 403, headers, body: denial() }
      : { status: 200, headers, body: credentials(`key-${asked.length}`) };
  });
});

afterEach(() => {
  server.close();
  asked = [];
});

/** What STS answers: credentials for an hour. */
function credentials(key: string): string {
  const expires = new Date(now + 60 * MINUTE).toISOString();
  return `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
    <AccessKeyId>${key}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>
    <Expiration>${expires}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`;
}

function denial(): string {
  return `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
    <Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>`;
}

function clientsFor(given: Partial<AccountsOptions> = {}) {
  const own = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example" };
  const sts = async () =>
    new STSClient({ endpoint: server.endpoint, region: REGION, credentials: own, maxAttempts: 1 });
  return clientsInAccounts({
    home: HOME,
    role: "tagledger-reader",
    externalId: "x-1",
    sts,
    now: () => now,
    ...given,
  });
}

/** The key by which a client of an account would sign. */
async function keyIn(
  clients: ReturnType<typeof clientsFor>,
  account: string,
  region = REGION,
): Promise<string> {
  const client = clients(account, region)?.of(STSClient);
  if (client === undefined) throw new TypeError(`there is no way into ${account}`);
  return (await client.config.credentials()).accessKeyId;
}

test("a member account is reached by its role, with the external id, under our name", async () => {
  expect(await keyIn(clientsFor(), MEMBER)).toBe("key-1");
  expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
    Action: "AssumeRole",
    RoleArn: `arn:aws:iam::${MEMBER}:role/tagledger-reader`,
    RoleSessionName: "tagledger",
    ExternalId: "x-1",
  });
});

test("a role that asks for no external id is given none", async () => {
  await keyIn(clientsFor({ externalId: undefined }), MEMBER);
  expect(asked[0]?.has("ExternalId")).toBe(false);
});

test("the role of another partition is named as that partition does", async () => {
  await keyIn(clientsFor(), MEMBER, "cn-north-1");
  expect(asked[0]?.get("RoleArn")).toBe(`arn:aws-cn:iam::${MEMBER}:role/tagledger-reader`);
});

test("our own account is reached as we are", () => {
  expect(clientsFor()(HOME, REGION)).toMatchObject({ account: HOME, region: REGION });
  expect(asked).toEqual([]);
});

test("there is no way into another account where no role is known", () => {
  expect(clientsFor({ role: undefined })(MEMBER, REGION)).toBeNull();
});

describe("the credentials of an account are", () => {
  test("asked for once, whoever needs them at the same time, in whichever region", async () => {
    const clients = clientsFor();
    const regions = ["eu-central-1", "eu-west-1", "us-east-1"];
    const keys = await Promise.all(regions.map((region) => keyIn(clients, MEMBER, region)));
    expect(keys).toEqual(["key-1", "key-1", "key-1"]);
    expect(asked).toHaveLength(1);
  });

  test("its own", async () => {
    const clients = clientsFor();
    expect(new Set([await keyIn(clients, MEMBER), await keyIn(clients, OTHER)]).size).toBe(2);
  });

  test("used until five minutes before they end, and then asked for once", async () => {
    const clients = clientsFor();
    await keyIn(clients, MEMBER);
    now += 54 * MINUTE;
    expect(await keyIn(clients, MEMBER)).toBe("key-1");
    now += MINUTE;
    expect(await Promise.all([keyIn(clients, MEMBER), keyIn(clients, MEMBER)])).toEqual(["key-2", "key-2"]);
    expect(asked).toHaveLength(2);
  });

  test("asked for again where they were refused", async () => {
    const clients = clientsFor();
    isDenied = true;
    await expect(keyIn(clients, MEMBER)).rejects.toThrow("no");
    isDenied = false;
    expect(await keyIn(clients, MEMBER)).toBe("key-2");
  });
});
