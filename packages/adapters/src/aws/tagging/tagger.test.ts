import { EC2Client } from "@aws-sdk/client-ec2";
import { expect, test } from "vitest";
import { awsClients } from "../inventory/clients.ts";
import { NO_CLIENTS, PLACE } from "../inventory/testing/make-sought.ts";
import { awsTagger } from "./tagger.ts";
import { makeTagging } from "./testing/make-tagging.ts";

const TEAM = { set: { "ml-team": "vision" } };
const VOLUME = makeTagging("ec2", "volume/vol-1", TEAM);

test("what is in an account that we cannot enter is denied", async () => {
  const tagger = awsTagger({ clientsFor: () => null, places: [PLACE] });
  expect(await tagger.write([VOLUME])).toEqual([
    { refused: "denied", message: "there is no way into account 111122223333, region eu-central-1" },
  ]);
});

test("what may be in any account is not guessed at", async () => {
  const places = [PLACE, { account: "222233334444", region: "eu-west-1" }];
  const bucket = makeTagging("s3", "", { ...TEAM, arn: "arn:aws:s3:::models", account: null });
  const tagger = awsTagger({ clientsFor: () => NO_CLIENTS, places });
  expect(await tagger.write([bucket])).toMatchObject([{ refused: "unsupported" }]);
});

test("each is answered once, whatever happens to the others", async () => {
  const tagger = awsTagger({ clientsFor: () => NO_CLIENTS, places: [PLACE] });
  const nothing = makeTagging("ec2", "volume/vol-2");
  const role = makeTagging("iam", "role/trainer", TEAM);
  const written = await tagger.write([role, VOLUME, nothing, VOLUME, makeTagging("sns", "jobs", TEAM)]);
  // Its clients cannot even be made.
  expect(written.map((each) => each?.refused)).toEqual([
    "unsupported",
    "failed",
    undefined,
    "failed",
    "failed",
  ]);
});

test("what is to be done to one resource is done one after another", async () => {
  const clients = awsClients({ ...PLACE, credentials: { accessKeyId: "test", secretAccessKey: "test" } });
  const events: string[] = [];
  clients.of(EC2Client).middlewareStack.add(
    () => async (request) => {
      const [tag] = (request.input as { Tags: { Key: string }[] }).Tags;
      events.push(`${tag?.Key} begins`);
      await new Promise((done) => setTimeout(done, 5));
      events.push(`${tag?.Key} ends`);
      return { response: {}, output: { $metadata: {} } };
    },
    { step: "initialize" },
  );
  const tagger = awsTagger({ clientsFor: () => clients, places: [PLACE] });
  const first = makeTagging("ec2", "volume/vol-1", { set: { first: "1" } });
  const second = makeTagging("ec2", "volume/vol-1", { set: { second: "2" } });
  expect(await tagger.write([first, second])).toEqual([null, null]);
  expect(events).toEqual(["first begins", "first ends", "second begins", "second ends"]);
});
