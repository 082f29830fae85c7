import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Laptop, openLaptop } from "../ingest/laptop.ts";
import { type Answered, ask, type Question } from "./ask.ts";
import {
  AUDIENCE,
  handlerOn,
  makeCompany,
  NOW,
  newFolder,
  resourceOf,
  systemOn,
  TEAMS_CLAIM,
} from "./company.ts";
import { expectConforming } from "./conforming.ts";
import { type Issuer, startIssuer } from "./issuer.ts";

const JSON_BODY = { "content-type": "application/json" };
const ROWS = `start,end,pool,team,metric,quantity
2026-09-01T00:00:00Z,2026-09-02T00:00:00Z,gpu,fraud-detection,gpu-hours,4
`;
let [place, issuer, laptop]: [ReturnType<typeof newFolder>?, Issuer?, Laptop?] = [];
let does: (operation: string, who: Who, question: Question) => Promise<Answered>;

interface Who {
  readonly sub: string;
  readonly teams: readonly string[];
}

beforeEach(async () => {
  place = newFolder();
  issuer = await startIssuer();
  laptop = await openLaptop(place.folder);
  await makeCompany(laptop);
  const [{ url, sign }, handler] = [issuer, handlerOn(systemOn(laptop, issuer))];
  does = async (operation, { sub, teams }, question) => {
    const token = await sign({ iss: url, aud: AUDIENCE, sub, [TEAMS_CLAIM]: teams }, { now: NOW });
    const answered = await ask(handler, { method: "POST", ...question, token });
    expectConforming(operation, answered);
    return answered;
  };
});
afterEach(async () => {
  await laptop?.close();
  await issuer?.close();
  place?.remove();
});

const reader: Who = { sub: "rita", teams: ["fraud-detection"] };
const asker: Who = { sub: "ann", teams: ["fraud-detection", "askers"] };
const decider: Who = { sub: "dora", teams: ["fraud-detection", "deciders", "askers"] };
const stranger: Who = { sub: "sam", teams: ["personalization", "askers", "deciders"] };
const uploader: Who = { sub: "uma", teams: ["uploaders"] };

function upload(more: Partial<Question> = {}): Question {
  const headers = { "content-type": "text/csv" };
  return { path: "/api/v1/usage", query: "name=september.csv", headers, body: ROWS, ...more };
}

function request(more: object = {}): Question {
  const wanted = {
    kind: "exemption",
    resource: resourceOf("fraud-detection"),
    reason: "moves",
    until: "2026-09-30",
  };
  return { path: "/api/v1/requests", headers: JSON_BODY, body: JSON.stringify({ ...wanted, ...more }) };
}

function say(id: string, decision: string, note?: string): Question {
  const body = JSON.stringify({ decision, ...(note !== undefined && { note }) });
  return { path: `/api/v1/requests/${id}/decision`, headers: JSON_BODY, body };
}

async function asked(): Promise<string> {
  return JSON.parse((await does("askRequest", asker, request())).text).id;
}

describe("usage", () => {
  test("is handed in by whoever may, and by nobody else", async () => {
    for (const who of [reader, asker, decider])
      expect((await does("uploadUsage", who, upload())).status).toBe(403);
    const kept = await does("uploadUsage", uploader, upload());
    expect([kept.status, JSON.parse(kept.text)]).toMatchObject([
      201,
      { outcome: "kept", name: "september.csv", by: "uma", rows: 1, periods: ["2026-09"] },
    ]);
    expect(await laptop?.uploads.list()).toMatchObject([{ name: "september.csv", by: "uma" }]);
    expect(JSON.parse((await does("uploadUsage", uploader, upload())).text).outcome).toBe("again");
  });

  test("is taken as JSON as well", async () => {
    const body = JSON.stringify([
      {
        ...{ start: "2026-09-01T00:00:00Z", end: "2026-09-02T00:00:00Z", pool: "gpu" },
        ...{ team: "fraud-detection", metric: "gpu-hours", quantity: "4" },
      },
    ]);
    const answered = await does(
      "uploadUsage",
      uploader,
      upload({ headers: JSON_BODY, body, query: "name=a.json" }),
    );
    expect([answered.status, JSON.parse(answered.text).rows]).toEqual([201, 1]);
  });

  test("that names no team that there is, is refused without telling which there are to those who do not see all", async () => {
    const finance: Who = { sub: "fin", teams: ["finance", "uploaders"] };
    for (const [from, to] of [
      [",fraud-detection,", ",fraud-detectio,"],
      [",fraud-detection,", ",x,"],
      [",gpu,", ",gp,"],
      [",gpu,", ",x,"],
    ] as const) {
      const wrong = upload({ body: ROWS.replace(from, to) });
      const detail = async (who: Who) => JSON.parse((await does("uploadUsage", who, wrong)).text).detail;
      const value = to.replaceAll(",", "");
      const what = from === ",gpu," ? "pool" : "team";
      expect(await detail(uploader)).toBe(`september.csv:2: there is no ${what} "${value}"`);
      expect(await detail(finance)).toMatch(/: (did you mean|expected) /);
    }
  });

  test("is refused whole where a row cannot be read, with its line, and in other types", async () => {
    const wrong = await does("uploadUsage", uploader, upload({ body: `${ROWS}2026-09-01,x\n` }));
    expect([wrong.status, JSON.parse(wrong.text).detail]).toEqual([
      400,
      expect.stringMatching(/september\.csv:3/),
    ]);
    const unknown = upload({ body: ROWS.replace(",gpu,", ",no-such-pool,") });
    expect((await does("uploadUsage", uploader, unknown)).status).toBe(400);
    for (const type of ["text/plain", "multipart/form-data", ""])
      expect(
        (await does("uploadUsage", uploader, upload({ headers: { "content-type": type } }))).status,
      ).toBe(415);
    expect(await laptop?.uploads.list()).toEqual([]);
  });
});

describe("what was handed in", () => {
  const other: Who = { sub: "olaf", teams: ["uploaders", "personalization"] };
  const colleague: Who = { sub: "carl", teams: ["uploaders", "fraud-detection"] };
  const finance: Who = { sub: "fin", teams: ["finance", "uploaders"] };
  const list = { method: "GET", path: "/api/v1/usage" };
  const withdraw = (name: string): Question => ({
    ...{ path: "/api/v1/usage/withdrawal", headers: JSON_BODY, body: JSON.stringify({ name }) },
  });
  const namesFor = async (who: Who) => {
    const { items } = JSON.parse((await does("listUploads", who, list)).text);
    return items.map(({ name }: { name: string }) => name);
  };

  test("is listed for whoever did, for the team of which alone it tells, and for those who see all", async () => {
    await does("uploadUsage", uploader, upload());
    const both = ROWS + ROWS.trimEnd().split("\n").at(-1)?.replace("fraud-detection", "personalization");
    await does(
      "uploadUsage",
      uploader,
      upload({ query: "name=both.csv", body: both.replaceAll("09-0", "09-1") }),
    );
    expect(await namesFor(uploader)).toEqual(["both.csv", "september.csv"]);
    expect(await namesFor(colleague)).toEqual(["september.csv"]);
    expect(await namesFor(other)).toEqual([]);
    expect(await namesFor(finance)).toEqual(["both.csv", "september.csv"]);
    for (const who of [reader, { sub: "fin", teams: ["finance"] }])
      expect((await does("listUploads", who, list)).status).toBe(403);
  });

  test("is taken back by those who see it; to others it is not there", async () => {
    await does("uploadUsage", uploader, upload());
    expect((await does("withdrawUpload", reader, withdraw("september.csv"))).status).toBe(403);
    const [hidden, missing] = [
      await does("withdrawUpload", other, withdraw("september.csv")),
      await does("withdrawUpload", other, withdraw("never.csv")),
    ];
    expect([hidden.status, hidden.text, hidden.headers]).toEqual([404, missing.text, missing.headers]);
    const withdrawn = await does("withdrawUpload", colleague, withdraw("september.csv"));
    expect([withdrawn.status, JSON.parse(withdrawn.text)]).toMatchObject([
      200,
      { name: "september.csv", by: "uma", withdrawn: { by: "carl" } },
    ]);
    const again = await does("withdrawUpload", uploader, withdraw("september.csv"));
    expect(JSON.parse(again.text).withdrawn.by).toBe("carl");
    expect(await laptop?.uploads.list()).toMatchObject([{ withdrawn: { by: "carl" } }]);
  });

  test("is neither replaced by others nor told to them where theirs would count twice", async () => {
    await does("uploadUsage", uploader, upload());
    const taken = await does(
      "uploadUsage",
      other,
      upload({ body: ROWS.replace("fraud-detection", "personalization") }),
    );
    expect([taken.status, JSON.parse(taken.text).detail]).toEqual([
      400,
      "september.csv: another upload is called so; choose another name",
    ]);
    const twice = await does("uploadUsage", other, upload({ query: "name=mine.csv" }));
    expect([twice.status, JSON.parse(twice.text).detail]).toEqual([
      400,
      "mine.csv:2: this use was uploaded before: it would count twice",
    ]);
    const own = await does("uploadUsage", colleague, upload({ query: "name=mine.csv" }));
    expect(JSON.parse(own.text).detail).toMatch(/stands in september\.csv:2 already/);
    expect(await laptop?.uploads.list()).toMatchObject([{ name: "september.csv", by: "uma", replaced: [] }]);
  });

  test("is asked for as JSON, which no form of another page sends", async () => {
    for (const headers of [{ "content-type": "text/plain" }, {}])
      expect((await does("withdrawUpload", uploader, { ...withdraw("a"), headers })).status).toBe(415);
  });
});

describe("a request", () => {
  test("is made by whoever may ask, about what is theirs", async () => {
    expect((await does("askRequest", reader, request())).status).toBe(403);
    expect((await does("askRequest", stranger, request())).status).toBe(404);
    expect((await does("askRequest", asker, request({ resource: "arn:aws:s3:::none" }))).status).toBe(404);
    const kept = await does("askRequest", asker, request());
    expect([kept.status, JSON.parse(kept.text)]).toMatchObject([
      201,
      {
        kind: "exemption",
        requester: "ann",
        state: "open",
        until: "2026-10-01T00:00:00.000Z",
        decidedBy: null,
      },
    ]);
  });

  test.each([
    [{ until: "tomorrow" }, /until: expected a date/],
    [{ until: "2026-09-31" }, /until: expected a date/],
    [{ until: undefined }, /exemption has to end/],
    [{ reason: " " }, /no reason/],
    [{ kind: "gift" }, /kind: expected one of release, exemption/],
    [{ requester: "finance" }, /no parameter "requester"/],
    [{ kind: "release", until: undefined }, /nothing of it is quarantined/],
  ])("with %o is refused with a reason", async (more, detail) => {
    const { status, text } = await does("askRequest", asker, request(more));
    expect([status, JSON.parse(text).detail]).toEqual([400, expect.stringMatching(detail)]);
  });

  test("that is no JSON is refused", async () => {
    const answered = await does("askRequest", asker, { ...request(), body: "{" });
    expect([answered.status, JSON.parse(answered.text).detail]).toEqual([
      400,
      expect.stringMatching(/no JSON/),
    ]);
  });

  test("is listed for its team, and for nobody else", async () => {
    const id = await asked();
    const list = { method: "GET", path: "/api/v1/requests" };
    const own = await does("listRequests", reader, list);
    expect(JSON.parse(own.text)).toMatchObject({ items: [{ id, requester: "ann" }], next: null });
    expect(JSON.parse((await does("listRequests", stranger, list)).text)).toEqual({ items: [], next: null });
    const all = await does("listRequests", { sub: "fin", teams: ["finance"] }, list);
    expect(JSON.parse(all.text).items).toHaveLength(1);
  });

  test("is decided by whoever may, and never by who asked", async () => {
    const id = await asked();
    expect((await does("decideRequest", reader, say(id, "approve"))).status).toBe(403);
    expect((await does("decideRequest", asker, say(id, "approve"))).status).toBe(403);
    expect((await does("decideRequest", stranger, say(id, "approve"))).status).toBe(404);
    expect((await does("decideRequest", decider, say("0123456789abcdef", "approve"))).status).toBe(404);
    const approved = await does("decideRequest", decider, say(id, "approve", "fine"));
    expect([approved.status, JSON.parse(approved.text)]).toMatchObject([
      200,
      { state: "approved", decidedBy: "dora", note: "fine" },
    ]);
    const history = await laptop?.ledger.history(resourceOf("fraud-detection"));
    expect(history?.facts.map(({ kind }) => kind)).toContain("exempted");
    const own = JSON.parse((await does("askRequest", decider, request({ reason: "mine" }))).text).id;
    expect((await does("decideRequest", decider, say(own, "approve"))).status).toBe(403);
  });

  test("is withdrawn by who asked, and by no other reader", async () => {
    const id = await asked();
    expect((await does("decideRequest", reader, say(id, "withdraw"))).status).toBe(403);
    const withdrawn = await does("decideRequest", asker, say(id, "withdraw"));
    expect(JSON.parse(withdrawn.text)).toMatchObject({ state: "withdrawn", decidedBy: "ann" });
  });
});
