import type { Stores } from "@tagledger/adapters/ledger/stores";
import { memoryStores } from "@tagledger/adapters/memory/ledger";
import type { Config } from "@tagledger/core/config/definition";
import { TagledgerError } from "@tagledger/core/errors";
import { monthToMail } from "@tagledger/core/flows/mail/mail-day";
import { recordBounce } from "@tagledger/core/flows/record-bounce";
import type { Letter } from "@tagledger/core/ports/mail";
import { beforeEach, describe, expect, test } from "vitest";
import { august, companyConfig, september } from "./company.ts";
import { close, collecting, mailed, portsOf, publish } from "./published.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ALL = { fraud: "sent", nlp: "nobody", platform: "sent", vision: "sent" } as const;
const AGAIN = { ...ALL, fraud: "again", platform: "again", vision: "again" } as const;

let stores: Stores;
let config: Config;
let now: number;
const clock = () => now;

beforeEach(async () => {
  stores = memoryStores();
  config = companyConfig();
  now = Date.UTC(2026, 9, 3, 6);
  await publish(stores, await august());
  await publish(stores, await september());
});

const whose = (letters: readonly Letter[]) =>
  letters.map(({ content }) => (content.kind === "statement" ? content.team : "platform"));

describe("a month that is mailed", () => {
  test("goes once to each team that has addresses, then to the platform", async () => {
    const mailer = collecting();
    const ports = portsOf(stores, mailer, clock);
    expect(await mailed(ports, config)).toEqual(ALL);
    expect(await mailed(ports, config)).toEqual(AGAIN);
    expect(whose(mailer.letters)).toEqual(["fraud", "vision", "platform"]);
    expect(mailer.letters.map(({ to }) => to)).toEqual([
      ["fraud@example.com", "Lead@example.com"],
      ["vision@example.com"],
      ["platform@example.com"],
    ]);
    const summary = mailer.letters.at(-1)?.content;
    expect(summary).toMatchObject({ kind: "summary", trouble: [{ kind: "no-address", team: "nlp" }] });
    expect(mailer.letters[0]?.content).toMatchObject({
      before: { period: "2026-08" },
      state: "draft",
      link: expect.stringMatching(
        /^https:\/\/costs\.example\.com\/\?period=2026-09&basis=effective&snapshot=[0-9a-f]{64}&team=fraud$/,
      ),
    });
  });

  test("goes without the places of money whose details are damaged, and waits where they cannot be reached", async () => {
    const failing = (error: Error) => ({
      ...stores,
      snapshots: { ...stores.snapshots, readDetail: () => Promise.reject(error) },
    });
    const gone = new TagledgerError("outside-failure", "the table cannot be reached");
    const waiting = collecting();
    await expect(mailed(portsOf(failing(gone), waiting, clock), config)).rejects.toBe(gone);
    expect(waiting.letters).toEqual([]);
    const damaged = new TagledgerError("outside-failure", "a content is damaged", { hash: "5f0c" });
    expect(await mailed(portsOf(failing(damaged), collecting(), clock), config)).toEqual(ALL);
  });

  test("goes once though many do it at once", async () => {
    const mailer = collecting();
    const ports = portsOf(stores, mailer, clock);
    await Promise.all(Array.from({ length: 8 }, () => mailed(ports, config)));
    expect(whose(mailer.letters).toSorted()).toEqual(["fraud", "platform", "vision"]);
  });

  test("goes to the others where one is not taken, is told to the platform, and is tried again", async () => {
    const first = collecting(new Set(["fraud@example.com"]));
    expect(await mailed(portsOf(stores, first, clock), config)).toEqual({ ...ALL, fraud: "failed" });
    expect(first.letters.at(-1)?.content).toMatchObject({
      trouble: expect.arrayContaining([
        { kind: "failed", team: "fraud", why: "the address is not verified" },
      ]),
    });
    const second = collecting();
    expect(await mailed(portsOf(stores, second, clock), config)).toEqual({ ...AGAIN, fraud: "sent" });
    expect(whose(second.letters)).toEqual(["fraud"]);
  });

  test("that somebody took in hand and died over is taken over after a while", async () => {
    const { letters, ...dead } = collecting();
    const hanging = { ...dead, send: () => new Promise<never>(() => {}) };
    const never = mailed(portsOf(stores, hanging, clock), config, { teams: ["fraud"] });
    await expect.poll(async () => (await stores.mail.mails("2026-09")).length).toBe(1);
    const mailer = collecting();
    const ports = portsOf(stores, mailer, clock);
    expect(await mailed(ports, config, { teams: ["fraud"] })).toEqual({ fraud: "busy" });
    now += 16 * MINUTE;
    expect(await mailed(ports, config, { teams: ["fraud"] })).toEqual({ fraud: "sent" });
    expect([letters, whose(mailer.letters)]).toEqual([[], ["fraud"]]);
    expect(await stores.mail.mails("2026-09")).toMatchObject([
      { status: "sent", attempts: 2, messageId: "ses-1" },
    ]);
    void never;
  });

  test("goes again where another snapshot says something else, and only to whom it does", async () => {
    const mailer = collecting();
    const ports = portsOf(stores, mailer, clock);
    await mailed(ports, config);
    now += MINUTE;
    await publish(stores, await september(config, "801"));
    expect(await mailed(ports, config)).toEqual({ ...ALL, vision: "unchanged" });
    now += MINUTE;
    // By less than anybody is shown.
    await publish(stores, await september(config, "801.0000001"));
    const unchanged = { ...ALL, fraud: "unchanged", vision: "unchanged", platform: "unchanged" };
    expect(await mailed(ports, config)).toEqual(unchanged);
    expect(await mailed(ports, config, { unchanged: true })).toEqual(ALL);
  });

  test("that is divided anew each night goes to nobody more than once a week, and then as it is", async () => {
    const mailer = collecting();
    const ports = portsOf(stores, mailer, clock);
    const days: string[][] = [];
    for (let day = 0; day < 15; day += 1) {
      await publish(stores, await september(config, String(800 + day)));
      const before = mailer.letters.length;
      await mailed(ports, config, { rest: 7 * DAY });
      days.push(whose(mailer.letters.slice(before)));
      now += DAY;
    }
    const [first, ...others] = days;
    expect(first).toEqual(["fraud", "vision", "platform"]);
    const again = ["fraud", "platform"];
    expect(others.flatMap((letters, index) => (letters.length === 0 ? [] : [[index + 1, letters]]))).toEqual([
      [7, again],
      [14, again],
    ]);
    expect(mailer.letters.at(-1)?.content.snapshot).toBe(
      (await stores.snapshots.state("2026-09", "effective")).snapshots.at(-1)?.id,
    );
  });

  test("that is closed goes as final at once, however fresh the draft is", async () => {
    const ports = portsOf(stores, collecting(), clock);
    await mailed(ports, config);
    now += MINUTE;
    await publish(stores, await september(config, "801"));
    const resting = { ...ALL, fraud: "resting", vision: "unchanged", platform: "resting" };
    expect(await mailed(ports, config, { rest: 7 * DAY })).toEqual(resting);
    await close(stores, "2026-09");
    expect(await mailed(ports, config, { rest: 7 * DAY })).toEqual(ALL);
  });

  test("that was closed goes again as final", async () => {
    const mailer = collecting();
    const ports = portsOf(stores, mailer, clock);
    await mailed(ports, config);
    now += MINUTE;
    await close(stores, "2026-09");
    await publish(stores, await september(config, "801"));
    expect(await mailed(ports, config)).toEqual(ALL);
    expect(mailer.letters.slice(3).map(({ content }) => content.state)).toEqual(["final", "final", "final"]);
  });

  test("needs a snapshot, and a team that bears something", async () => {
    const ports = portsOf(stores, collecting(), clock);
    await expect(mailed(ports, config, { period: "2026-07" })).rejects.toThrow(
      "no snapshot of 2026-07 was made; tagledger allocate makes one",
    );
    await expect(mailed(ports, config, { teams: ["frau"] })).rejects.toThrow(
      "frau: bears nothing of 2026-09",
    );
  });
});

describe("an address", () => {
  const bounce = (kind: "bounced" | "complained" | "delayed", address: string, at = now) =>
    recordBounce(stores, { kind, at, addresses: [{ address, why: "550 no such user" }], mail: null }, config);

  test("from which mail came back for good is left out, and told to the platform", async () => {
    await bounce("bounced", "LEAD@example.com");
    await bounce("complained", "vision@example.com");
    const mailer = collecting();
    expect(await mailed(portsOf(stores, mailer, clock), config)).toEqual({ ...ALL, vision: "nobody" });
    expect(mailer.letters[0]?.to).toEqual(["fraud@example.com"]);
    expect(mailer.letters.at(-1)?.content).toMatchObject({
      trouble: [
        { kind: "bounced", team: "fraud", address: "lead@example.com", why: "550 no such user" },
        { kind: "no-address", team: "nlp" },
        { kind: "complained", team: "vision", address: "vision@example.com" },
        { kind: "no-address", team: "vision" },
      ],
    });
  });

  test("that is only late is written to, and what it was before stays", async () => {
    await bounce("delayed", "fraud@example.com");
    await bounce("bounced", "lead@example.com");
    await bounce("delayed", "lead@example.com", now + 1);
    const mailer = collecting();
    await mailed(portsOf(stores, mailer, clock), config, { teams: ["fraud"] });
    expect(mailer.letters[0]?.to).toEqual(["fraud@example.com"]);
  });

  test("is written to again when what is known of it has expired", async () => {
    await bounce("bounced", "vision@example.com");
    now += 401 * 86_400_000;
    expect(await mailed(portsOf(stores, collecting(), clock), config, { teams: ["vision"] })).toEqual({
      vision: "sent",
    });
  });

  test("is noted with the mail that it is about, once", async () => {
    const mailer = collecting();
    await mailed(portsOf(stores, mailer, clock), config);
    const id = mailer.letters[0]?.id ?? "";
    const addresses = [{ address: "Lead@example.com", why: "550" }];
    const notice = { kind: "bounced", at: now, addresses, mail: { period: "2026-09", id } } as const;
    await recordBounce(stores, notice, config);
    await recordBounce(stores, notice, config);
    expect((await stores.mail.mail("2026-09", id)).record).toMatchObject({
      status: "sent",
      bounced: ["lead@example.com"],
    });
    expect(await stores.mail.addresses()).toMatchObject([{ address: "lead@example.com", kind: "bounced" }]);
  });
});

test.each([
  ["2026-10-02T23:59:59Z", null],
  ["2026-10-03T00:00:00Z", "2026-09"],
  ["2026-10-31T00:00:00Z", "2026-09"],
  ["2027-01-03T00:00:00Z", "2026-12"],
])("at %s the month that is mailed by itself is %s", (at, month) => {
  expect(monthToMail(companyConfig(), Date.parse(at))).toBe(month);
});
