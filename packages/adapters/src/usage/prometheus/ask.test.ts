import { afterEach, describe, expect, it } from "vitest";
import { type Answer, type Asked, serve, type TestServer } from "../../testing/http-server.ts";
import { HOUR } from "../hours.ts";
import { addressOf } from "./address.ts";
import { asker } from "./ask.ts";

const TIMES = { first: HOUR, last: 4 * HOUR, step: HOUR };

let server: TestServer;
let waits: number[];
let warnings: string[];
afterEach(() => server.close());

async function asking(answers: (asked: Asked, index: number) => Answer) {
  let index = 0;
  [waits, warnings] = [[], []];
  server = await serve((asked) => answers(asked, index++));
  return asker({
    address: addressOf(`${server.endpoint}/base/`),
    authorize: async (_, headers) => headers,
    fetch,
    sleep: async (milliseconds) => waits.push(milliseconds),
    random: () => 0.5,
    warn: (warning) => warnings.push(warning),
  });
}

function success(result: unknown, more = {}): Answer {
  const data = { resultType: "matrix", result };
  return { status: 200, body: JSON.stringify({ status: "success", data, ...more }) };
}

const VALUES = [
  [3600, "1"],
  [14400, "2.5"],
];
const WHOLE = success([{ metric: { team: "a" }, values: VALUES }]);
const SERIES = [
  {
    labels: { team: "a" },
    points: [
      { at: HOUR, value: "1" },
      { at: 4 * HOUR, value: "2.5" },
    ],
  },
];

describe("a Prometheus", () => {
  it("is asked by a form, below the path of its address", async () => {
    const seen: Asked[] = [];
    const ask = await asking((asked) => {
      seen.push(asked);
      return WHOLE;
    });
    expect(await ask('sum(up{a="ü"})', TIMES)).toEqual(SERIES);
    expect(seen.map(({ path }) => path)).toEqual(["/base/api/v1/query_range"]);
    expect(Object.fromEntries(new URLSearchParams(seen[0]?.body))).toEqual({
      query: 'sum(up{a="ü"})',
      start: "3600",
      end: "14400",
      step: "3600",
      partial_response: "false",
    });
  });

  it("is heeded in what it warns of", async () => {
    const ask = await asking(() => success([], { warnings: ["a store was slow"] }));
    expect(await ask("up", TIMES)).toEqual([]);
    expect(warnings).toEqual(["a store was slow"]);
  });

  it("is asked again after a while, not sooner than it says, and at most five times", async () => {
    const headers = { "retry-after": "7" };
    const ask = await asking((_, index) => (index === 0 ? { status: 429, headers } : { status: 500 }));
    await expect(ask("up", TIMES)).rejects.toThrow("/base: status 500, 5 times in a row");
    expect(waits).toEqual([7_000, 750, 1_500, 3_000]);
  });

  it("is not waited for longer than half a minute at once", async () => {
    const headers = { "retry-after": "86400" };
    const ask = await asking((_, index) => (index === 0 ? { status: 503, headers } : WHOLE));
    expect(await ask("up", TIMES)).toEqual(SERIES);
    expect(waits).toEqual([30_000]);
  });
});

describe("an answer that cannot be understood", () => {
  const series = (values: unknown, metric: unknown = {}) => success([{ metric, values }]);
  it.each([
    ["half of it", { status: 200, body: (WHOLE.body ?? "").slice(0, 60) }, "no JSON"],
    ["a page to log in", { status: 200, body: "<html>Log in</html>" }, "no JSON"],
    ["nothing", { status: 200, body: "" }, "no JSON"],
    ["a list", { status: 200, body: "[]" }, "no JSON"],
    [
      "a failure under status 200",
      { status: 200, body: '{"status":"error"}' },
      "does not say that it succeeded",
    ],
    ["no data", { status: 200, body: '{"status":"success"}' }, "no series over time"],
    [
      "values of one instant",
      { status: 200, body: '{"status":"success","data":{"resultType":"vector","result":[]}}' },
      "no series over time",
    ],
    ["a series without values", series(undefined), "damaged"],
    ["a value that is a number", series([[3600, 1]]), "damaged"],
    ["a value without a time", series([["1"]]), "damaged"],
    ["a label that is no text", series([], { team: 1 }), "damaged"],
    ["a time that was not asked for", series([[3601, "1"]]), "of times that were not asked for"],
    ["a time before", series([[0, "1"]]), "of times that were not asked for"],
    ["a time after", series([[18000, "1"]]), "of times that were not asked for"],
    [
      "a time twice",
      series([
        [3600, "1"],
        [3600, "1"],
      ]),
      "damaged",
    ],
  ] as const)("fails where it stays so, and is asked for again before: %s", async (_, answer, message) => {
    const failing = await asking(() => answer);
    await expect(failing("up", TIMES)).rejects.toMatchObject({
      code: "outside-failure",
      message: expect.stringContaining(message),
    });
    server.close();
    const mended = await asking((_, index) => (index === 0 ? answer : WHOLE));
    expect(await mended("up", TIMES)).toEqual(SERIES);
  });
});

describe("a refusal", () => {
  const refusal = (status: number, error: string, errorType = "bad_data") => ({
    status,
    body: JSON.stringify({ status: "error", errorType, error }),
  });
  it.each([
    [
      refusal(400, "1:5: parse error: unexpected limit"),
      "bad-input",
      "status 400: 1:5: parse error: unexpected limit",
    ],
    [refusal(422, "many-to-many", "execution"), "bad-input", "status 422: many-to-many"],
    [{ status: 403, body: '{"message":"Forbidden"}' }, "outside-failure", "status 403: Forbidden"],
    [{ status: 404, body: "404 page not found\n" }, "outside-failure", "status 404: 404 page not found"],
    [
      { status: 302, headers: { location: "https://login.example.com/?next=secret" } },
      "outside-failure",
      "it points to https://login.example.com/, where no token is sent; give the address that answers itself",
    ],
    [{ status: 307, headers: { location: "/x" } }, "outside-failure", "it points to another place (/x)"],
  ])("is told at once: %j", async (answer, code, message) => {
    let count = 0;
    const ask = await asking(() => {
      count++;
      return answer;
    });
    const name = `prometheus ${server.endpoint}/base`;
    await expect(ask("up", TIMES)).rejects.toMatchObject({ code, message: `${name}: ${message}` });
    expect(count).toBe(1);
  });

  it.each([
    refusal(422, "query processing would load too many samples into memory in query execution", "execution"),
    refusal(503, "query timed out in expression evaluation", "timeout"),
    refusal(400, "exceeded maximum resolution of 11,000 points per timeseries."),
  ])("of too much at once leads to shorter times, of which each is answered: %j", async (answer) => {
    const spans: number[] = [];
    const ask = await asking(({ body }) => {
      const [start, end] = ["start", "end"].map((name) => Number(new URLSearchParams(body).get(name)));
      if (start === undefined || end === undefined || end > start) return answer;
      spans.push(start);
      return success([{ metric: {}, values: [[start, "1"]] }]);
    });
    expect((await ask("up", TIMES)).flatMap(({ points }) => points.map(({ at }) => at / HOUR))).toEqual([
      1, 2, 3, 4,
    ]);
    expect(spans).toEqual([3600, 7200, 10800, 14400]);
    expect(waits).toEqual([]);
  });

  it("of too much fails where one hour is too much already", async () => {
    const ask = await asking(() => refusal(422, "too many samples", "execution"));
    await expect(ask("up", TIMES)).rejects.toMatchObject({
      code: "outside-failure",
      message: expect.stringContaining("status 422: too many samples"),
    });
  });
});
