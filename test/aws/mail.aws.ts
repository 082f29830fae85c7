import { CreateEmailIdentityCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { awsClients, type Clients } from "@tagledger/adapters/aws/inventory/clients";
import { composeMail } from "@tagledger/adapters/mail/compose";
import { sesLetters } from "@tagledger/adapters/mail/ses";
import { memoryStores } from "@tagledger/adapters/memory/ledger";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { august, companyConfig, september } from "../mail/company.ts";
import { fraudLetter, HOSTILE, hostileLetter } from "../mail/letters.ts";
import { mailed, portsOf, publish } from "../mail/published.ts";
import { clientsThrough } from "./local/gate/clients.ts";
import { type Gate, openGate } from "./local/gate.ts";
import { MOTO_ACCOUNT, type Moto, startMoto } from "./local/moto.ts";

const REGION = "eu-central-1";
const FROM = "finops@example.com";
/** For moto to be installed. */
const FIRST_TIME = 600_000;

let moto: Moto;
let gate: Gate;
let clients: Clients;
let ses: SESv2Client;

beforeAll(async () => {
  moto = await startMoto();
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  clients = awsClients({ account: MOTO_ACCOUNT, region: REGION, endpoint: moto.endpoint, credentials });
  gate = await openGate(moto, "mail", "monthly-email");
  ses = clientsThrough(gate, { account: MOTO_ACCOUNT, region: REGION }).of(SESv2Client);
}, FIRST_TIME);

afterAll(async () => {
  await gate?.stop();
  await moto?.stop();
});

interface Outbox {
  readonly ses: Readonly<
    Record<string, readonly { readonly raw_data: string; readonly destinations: string[] }[]>
  >;
}

/** What SES was given, whole. */
async function outbox(): Promise<Outbox["ses"][string]> {
  const told = await fetch(`${moto.endpoint}/moto-api/data.json`);
  const { ses: found } = (await told.json()) as Outbox;
  // Moto counts those that the mail names as well as those that it was given.
  return (found.RawMessage ?? []).map((each) => ({ ...each, destinations: [...new Set(each.destinations)] }));
}

test("a month goes out over SES once its sender is verified, and is read as it was written", async () => {
  const stores = memoryStores();
  await publish(stores, await august());
  await publish(stores, await september());
  const ports = portsOf(stores, sesLetters(ses, { configurationSet: null }), () => Date.UTC(2026, 9, 3));
  const config = companyConfig();
  const refused = { fraud: "failed", nlp: "nobody", platform: "failed", vision: "failed" };
  expect(await mailed(ports, config)).toEqual(refused);
  expect((await stores.mail.mails("2026-09")).map(({ status, problem }) => [status, problem])).toEqual(
    Array.from({ length: 3 }, () => ["failed", expect.stringContaining("finops@example.com")]),
  );
  await clients.of(SESv2Client).send(new CreateEmailIdentityCommand({ EmailIdentity: FROM }));
  expect(await mailed(ports, config)).toEqual({
    fraud: "sent",
    nlp: "nobody",
    platform: "sent",
    vision: "sent",
  });
  const sent = await outbox();
  expect(sent.map(({ destinations }) => destinations)).toEqual([
    ["fraud@example.com", "Lead@example.com"],
    ["vision@example.com"],
    ["platform@example.com"],
  ]);
  const mails = await Promise.all(sent.map(({ raw_data }) => PostalMime.parse(raw_data)));
  expect(mails.map(({ subject }) => subject?.split(",")[0])).toEqual(["fraud", "vision", "All teams"]);
  for (const { html = "", text = "", attachments } of mails) {
    expect(html).toContain("<h1");
    expect(text).toContain("DRAFT");
    expect(attachments).toHaveLength(1);
  }
});

test("what is hostile goes through SES byte for byte, to nobody else", async () => {
  const before = (await outbox()).length;
  for (const letter of [await fraudLetter(), await hostileLetter(HOSTILE[2])]) {
    await sesLetters(ses, { configurationSet: null }).send(letter);
    const last = (await outbox()).at(-1);
    expect(last?.raw_data).toBe((await composeMail(letter)).toString());
    expect(last?.destinations).toEqual(["lead@example.com"]);
  }
  expect((await outbox()).length).toBe(before + 2);
});
