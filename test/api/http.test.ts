import { apiHandler } from "@tagledger/api/handler";
import { MOST_BYTES } from "@tagledger/api/limits";
import { openApiRoute } from "@tagledger/api/openapi";
import { ROUTES } from "@tagledger/api/routes";
import { OPEN_VIEWER } from "@tagledger/core/access/viewer";
import { TagledgerError } from "@tagledger/core/errors";
import { describe, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { askedCompany } from "./asked-company.ts";
import { handlerOn, NOW } from "./company.ts";
import { expectConforming } from "./conforming.ts";

const REPORT = "/api/v1/months/2026-09/report";
const company = askedCompany();
const { asked, read, system } = company;

describe("a request", () => {
  test("for HEAD is answered as for GET, without the body", async () => {
    const [get, head] = [await asked({ path: REPORT }), await asked({ path: REPORT, method: "HEAD" })];
    expect([head.status, head.text, head.headers]).toEqual([200, "", get.headers]);
    expect((await asked({ path: "/api/v1/nothing", method: "HEAD" })).text).toBe("");
  });

  test("by another method is told which there are", async () => {
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const { status, headers } = await asked({ path: REPORT, method });
      expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
    }
  });

  test.each([
    ["groupby=team", /no parameter "groupby" here; there are basis, team, groupBy, where/],
    ["groupBy=team,tem", /groupBy: expected some of team, project/],
    ["basis=effektive", /basis: expected one of effective/],
    ["limit=0", /limit: expected a whole number from 1 to 10000/],
    ["limit=ten", /limit: expected a whole number/],
    ["team=a&team=b", /team: it is given more than once/],
    ["__proto__=x", /no parameter "__proto__"/],
    ["format=xml", /format: expected one of json, csv/],
  ])("that asks for %s is told what is wrong", async (query, detail) => {
    const answered = await asked({ path: REPORT, query });
    expectConforming("readReport", answered);
    expect([answered.status, JSON.parse(answered.text).detail]).toEqual([400, expect.stringMatching(detail)]);
  });

  test("for a month that is none is told so", async () => {
    const answered = await asked({ path: "/api/v1/months/2026-13/report" });
    expect(JSON.parse(answered.text).detail).toMatch(/period: expected a month as 2026-09/);
  });

  test("that is too large is not read", async () => {
    const { status } = await asked({ path: REPORT, body: "x".repeat(MOST_BYTES + 1) });
    expect(status).toBe(413);
  });

  test("too often is told when to ask again", async () => {
    let now = NOW;
    const ann = { ...OPEN_VIEWER, name: "ann", via: "jwt" } as const;
    const handler = handlerOn(system({ now: () => now, authenticate: async () => ann }));
    const statuses = [];
    for (let count = 0; count < 122; count += 1)
      statuses.push((await ask(handler, { path: "/api/v1/session" })).status);
    expect(statuses.filter((status) => status === 200).length).toBe(120);
    const refused = await ask(handler, { path: "/api/v1/session" });
    expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "1"]);
    now += 1000;
    expect((await ask(handler, { path: "/api/v1/session" })).status).toBe(200);
  });

  test("on one's own machine is never too often", async () => {
    const handler = handlerOn(system());
    for (let count = 0; count < 130; count += 1)
      expect((await ask(handler, { path: "/api/v1/session" })).status).toBe(200);
  });

  test("too often without a proof is limited by where it comes from", async () => {
    const handler = handlerOn(system({ authenticate: async () => null }));
    const from = async (source: string) => (await ask(handler, { path: REPORT, source })).status;
    for (let count = 0; count < 20; count += 1) expect(await from("203.0.113.7")).toBe(401);
    expect([await from("203.0.113.7"), await from("203.0.113.8")]).toEqual([429, 401]);
  });
});

describe("an answer", () => {
  test("is compressed as its reader takes it", async () => {
    const path = "/api/openapi.json";
    const plain = await asked({ path });
    for (const [accepts, encoding] of [
      ["gzip, br", "br"],
      ["gzip", "gzip"],
      ["br;q=0, gzip", "gzip"],
      ["*", "br"],
      ["identity", undefined],
    ] as const) {
      const answered = await asked({ path, headers: { "accept-encoding": accepts } });
      expect(answered.headers["content-encoding"]).toBe(encoding);
      expect(answered.text).toBe(plain.text);
      expect(answered.bytes.length < plain.bytes.length).toBe(encoding !== undefined);
    }
  });

  test("keeps browsers from showing, guessing and storing it", async () => {
    for (const path of [REPORT, "/api/v1/nothing", `${REPORT}?`]) {
      expect((await asked({ path })).headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "cache-control": expect.stringMatching(/no-store|private/),
      });
    }
  });

  test("tells nothing of what went wrong inside, which is logged", async () => {
    for (const [error, status] of [
      [new Error("secret place"), 500],
      [new TagledgerError("outside-failure", "secret place"), 503],
      [new TagledgerError("bad-configuration", "secret place"), 500],
    ] as const) {
      const broken = system({ snapshots: async () => Promise.reject(error) });
      const answered = await ask(handlerOn(broken), { path: REPORT });
      expectConforming("readReport", answered);
      expect([answered.status, answered.text.includes("secret")]).toEqual([status, false]);
      expect(answered.headers["x-content-type-options"]).toBe("nosniff");
      expect(broken.logged).toEqual([error]);
    }
  });
});

describe("the OpenAPI document", () => {
  test("is written once, and has another tag where it is another", async () => {
    const path = "/api/openapi.json";
    const one = [openApiRoute(() => ROUTES)];
    const [whole, again] = [await asked({ path }), await asked({ path })];
    const other = await ask(apiHandler(system(), [openApiRoute(() => one)]), { path });
    expect(again.headers.etag).toBe(whole.headers.etag);
    expect(other.headers.etag).not.toBe(whole.headers.etag);
    let times = 0;
    const counted = openApiRoute(() => {
      times += 1;
      return ROUTES;
    });
    const handler = apiHandler(system(), [counted]);
    for (const { text } of [await ask(handler, { path }), await ask(handler, { path })])
      expect(text).toBe(whole.text);
    expect(times).toBe(1);
  });

  test("tells of every route, and is what answers are held against", async () => {
    const document = await read({ path: "/api/openapi.json" }, "readOpenApi");
    expect(Object.keys(document.paths)).toEqual([...new Set(ROUTES.map(({ path }) => path))]);
    const { parameters } = document.paths["/api/v1/months/{period}/report"].get;
    expect(parameters.map(({ name }: { name: string }) => name)).toEqual([
      ...["period", "basis", "team", "groupBy", "where", "compare", "format", "limit", "after"],
    ]);
    const answered = await asked({ path: REPORT });
    const changed = { ...answered, text: answered.text.replace('"totals"', '"total"') };
    expect(() => expectConforming("readReport", changed)).toThrow();
  });
});
