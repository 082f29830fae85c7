import { describe, expect, test } from "vitest";
import { readEnvironment } from "./environment.ts";

const WHOLE = {
  AWS_REGION: "eu-central-1",
  AWS_ACCOUNT: "111122223333",
  TAGLEDGER_TABLE: "tagledger",
  TAGLEDGER_BUS: "tagledger",
  TAGLEDGER_CONFIG: "s3://config/live/tagledger.yaml",
  TAGLEDGER_PLACES: "111122223333:eu-central-1",
};

test("an environment is read, what may be left out included", () => {
  const places = "111122223333:eu-central-1, 222233334444:us-east-1";
  const values = { ...WHOLE, TAGLEDGER_PLACES: places, TAGLEDGER_ROLE: "reader", PATH: "/bin" };
  expect(readEnvironment(values)).toEqual({
    region: "eu-central-1",
    account: "111122223333",
    table: "tagledger",
    bus: "tagledger",
    config: { bucket: "config", key: "live/tagledger.yaml" },
    places: [
      { account: "111122223333", region: "eu-central-1" },
      { account: "222233334444", region: "us-east-1" },
    ],
    role: "reader",
    externalId: undefined,
    explorerView: undefined,
  });
});

test("places may be JSON", () => {
  const TAGLEDGER_PLACES = '[{ "account": "111122223333", "region": "us-gov-west-1" }]';
  expect(readEnvironment({ ...WHOLE, TAGLEDGER_PLACES }).places).toEqual([
    { account: "111122223333", region: "us-gov-west-1" },
  ]);
});

describe("an environment is refused by the name of", () => {
  test.each(Object.keys(WHOLE))("%s where it is missing", (name) => {
    expect(() => readEnvironment({ ...WHOLE, [name]: undefined })).toThrow(
      expect.objectContaining({
        code: "bad-configuration",
        message: expect.stringContaining(`${name} is missing: expected `),
        fields: { names: [name] },
      }),
    );
  });

  test("the role where there are accounts that are not ours", () => {
    const places = { TAGLEDGER_PLACES: "222233334444:eu-central-1" };
    expect(() => readEnvironment({ ...WHOLE, ...places })).toThrow("TAGLEDGER_ROLE is missing: expected ");
  });

  test("all that are missing", () => {
    const { TAGLEDGER_TABLE: _, TAGLEDGER_BUS: __, ...less } = WHOLE;
    expect(() => readEnvironment(less)).toThrow(
      "TAGLEDGER_TABLE is missing: expected the name of the ledger's table\n" +
        "TAGLEDGER_BUS is missing: expected the name or ARN of the event bus",
    );
  });

  test.each([
    ["AWS_ACCOUNT", "1111"],
    ["TAGLEDGER_TABLE", ""],
    ["TAGLEDGER_CONFIG", "tagledger.yaml"],
    ["TAGLEDGER_CONFIG", "s3://bucket"],
    ["TAGLEDGER_PLACES", "eu-central-1"],
    ["TAGLEDGER_PLACES", "[]"],
    ["TAGLEDGER_PLACES", "[{]"],
    ["TAGLEDGER_EXPLORER_VIEW", "default"],
  ])("%s where it is %j", (name, value) => {
    expect(() => readEnvironment({ ...WHOLE, [name]: value })).toThrow(
      `${name} is ${JSON.stringify(value)}: expected`,
    );
  });
});
