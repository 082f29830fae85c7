import { ROUTES } from "@tagledger/api/routes";
import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLaptop } from "../ingest/laptop.ts";
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
import { type Claims, type Issuer, type Signing, startIssuer } from "./issuer.ts";
import { questionsOf, type RouteQuestion } from "./questions.ts";

const { folder, remove } = newFolder();
let issuer: Issuer;
let snapshot: Snapshot;
let system: ReturnType<typeof systemOn>;
let close: () => Promise<void>;

beforeAll(async () => {
  issuer = await startIssuer();
  const laptop = await openLaptop(folder);
  close = () => laptop.close();
  snapshot = await makeCompany(laptop);
  system = systemOn(laptop, issuer);
});
afterAll(async () => {
  await close();
  await issuer.close();
  remove();
});

const NAMES = [
  ...["no token", "a token that is none", "an expired token", "a token that is not valid yet"],
  ...["a token without an end", "another audience", "another issuer", "another key", "an unsigned token"],
] as const;

async function tokenOf(teams: unknown, claims: Claims = {}, how: Partial<Signing> = {}): Promise<string> {
  const all = { iss: issuer.url, aud: AUDIENCE, sub: "ann", [TEAMS_CLAIM]: teams, ...claims };
  return issuer.sign(all, { now: NOW, ...how });
}

/** Tokens of somebody who sees all, each with one thing wrong. */
const WRONG: Readonly<Record<(typeof NAMES)[number], () => Promise<string | undefined>>> = {
  "no token": async () => undefined,
  "a token that is none": async () => "not.a.token",
  "an expired token": () => tokenOf(["finance"], {}, { expires: -61 }),
  "a token that is not valid yet": () => tokenOf(["finance"], { nbf: NOW / 1000 + 61 }),
  "a token without an end": () => tokenOf(["finance"], {}, { expires: null }),
  "another audience": () => tokenOf(["finance"], { aud: "another" }),
  "another issuer": () => tokenOf(["finance"], { iss: "https://login.example.com/" }),
  "another key": () => tokenOf(["finance"], {}, { stranger: true }),
  "an unsigned token": async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { iss: issuer.url, aud: AUDIENCE, sub: "ann", exp: NOW, [TEAMS_CLAIM]: ["finance"] };
    return `${part({ alg: "none" })}.${part(claims)}.AA`;
  },
};

async function asked(question: Question & { operation?: string }, token?: string): Promise<Answered> {
  const answered = await ask(handlerOn(system), { ...question, token });
  if (question.operation !== undefined) expectConforming(question.operation, answered);
  return answered;
}

function questions(): readonly RouteQuestion[] {
  return questionsOf(snapshot);
}

function shown(): readonly RouteQuestion[] {
  return questions().filter(({ does }) => does === undefined);
}

test("every route is asked", () => {
  const all = new Set(questions().map(({ operation }) => operation));
  expect(ROUTES.map(({ operation }) => operation).filter((each) => !all.has(each))).toEqual([]);
});

describe.each(NAMES)("with %s", (name) => {
  test("nothing is answered but what everybody may know", async () => {
    const token = await WRONG[name]();
    for (const question of questions()) {
      const answered = await asked(question, token);
      expect([question.path, answered.status]).toEqual([question.path, question.of === "public" ? 200 : 401]);
      if (question.of === "public") continue;
      expect(answered.headers["www-authenticate"]).toMatch(/^Bearer/);
      expect(answered.headers.etag).toBeUndefined();
      expect(answered.text).not.toMatch(/fraud|2026/);
    }
  });
});

describe("somebody without a team", () => {
  test("may do nothing", async () => {
    for (const claim of [[], "", undefined, null, 7, { "fraud-detection": true }, [["finance"]]]) {
      const token = await tokenOf(claim);
      for (const question of questions())
        expect((await asked(question, token)).status).toBe(question.of === "public" ? 200 : 403);
    }
  });
});

describe("a team", () => {
  test("sees its own, and nothing of everyone", async () => {
    const token = await tokenOf(["fraud-detection"]);
    for (const question of shown()) {
      const { status } = await asked(question, token);
      expect([question.path, question.query, status]).toEqual([
        question.path,
        question.query,
        question.of === "everyone" ? 404 : 200,
      ]);
    }
  });

  test("is not told of others by a status, a tag or a body: what is theirs is as if it were not there", async () => {
    const token = await tokenOf(["personalization", "Fraud-Detection", "fraud", ""]);
    const nothing = await asked({ path: "/api/v1/nothing" }, token);
    for (const question of shown().filter(({ of }) => of === "fraud-detection" || of === "everyone")) {
      const hidden = await asked(question, token);
      expect([question.path, hidden.status]).toEqual([question.path, 404]);
      expect(hidden.text).toBe(nothing.text);
      expect(hidden.headers).toEqual(nothing.headers);
    }
  });

  test("gets the same answer about what is another's and about what nobody ever heard of", async () => {
    const token = await tokenOf(["personalization"]);
    const pairs: readonly (readonly [Question, Question])[] = [
      [month("report", "team=fraud-detection"), month("report", "team=no-such-team")],
      [month("report", "where=team=fraud-detection"), month("report", "where=team=no-such-team")],
      [month("cells", "team=fraud-detection"), month("cells", "team=no-such-team")],
      [
        month("explain", "team=fraud-detection&pool=gpu"),
        month("explain", "team=no-such-team&pool=no-such-pool"),
      ],
      [
        month("explain", "team=personalization&pool=no-such-pool"),
        month("explain", "team=no-such-team&pool=gpu"),
      ],
      [month("unallocated"), { path: "/api/v1/months/1999-01/unallocated" }],
      [resource(resourceOf("fraud-detection")), resource("arn:aws:s3:::no-such-bucket")],
      [resource(resourceOf(null)), resource("arn:aws:s3:::no-such-bucket")],
    ];
    for (const [theirs, absent] of pairs) {
      const [hidden, missing] = [await asked(theirs, token), await asked(absent, token)];
      expect([hidden.status, hidden.text, hidden.headers]).toEqual([404, missing.text, missing.headers]);
    }
  });

  test("finds no other team in any answer, whatever it asks", async () => {
    const token = await tokenOf(["personalization"]);
    const open = shown().filter(({ of }) => of === "anyone");
    const lists = ["/api/v1/resources", "/api/v1/resources/counts", "/api/v1/violations", "/api/v1/live"];
    const own: Question[] = [
      ...["csv", "focus", "json"].map((format) => month("report", `format=${format}&groupBy=team,project`)),
      month("explain", "team=personalization&pool=gpu"),
      resource(resourceOf("personalization")),
      ...lists.map((path) => ({ path })),
    ];
    for (const question of [...open, ...own]) {
      const answered = await asked(question, token);
      expect([question.path, answered.status]).toEqual([question.path, 200]);
      expect(answered.text).not.toMatch(/fraud|ml-platform|nobody|cron/);
    }
  });

  test("is told by what name its use was read, and not in which folder that lies", async () => {
    const { text } = await asked(
      month("explain", "team=personalization&pool=gpu"),
      await tokenOf(["personalization"]),
    );
    const whole = await asked(month("explain", "team=personalization&pool=gpu"), await tokenOf("finance"));
    expect(whole.text).toContain(folder);
    expect(text).not.toContain(folder);
    expect(JSON.parse(text).drivers[0].places[0].place).toMatch(/^[\w-]+\.csv:\d+$/);
  });

  test("counts only what is its own", async () => {
    const token = await tokenOf(["personalization"]);
    const { text } = await asked({ path: "/api/v1/resources/counts" }, token);
    expect(JSON.parse(text)).toMatchObject({
      total: 1,
      teams: [{ value: "personalization", count: 1 }],
      verdicts: [{ value: "violating", count: 1 }],
    });
    const [all, violations] = [
      await asked({ path: "/api/v1/resources" }, token),
      await asked({ path: "/api/v1/violations" }, token),
    ];
    expect(JSON.parse(all.text)).toMatchObject({ items: [{ team: "personalization" }], next: null });
    expect(JSON.parse(violations.text)).toMatchObject({ total: 1 });
  });

  test("has other tags than another team, and cannot use theirs", async () => {
    const [one, other] = [await tokenOf(["fraud-detection"]), await tokenOf(["personalization"])];
    const question = month("report");
    const etag = (await asked(question, one)).headers.etag ?? "";
    const theirs = await asked({ ...question, headers: { "if-none-match": etag } }, other);
    expect([theirs.status, theirs.headers.etag === etag]).toEqual([200, false]);
    const hidden = { ...month("report", "team=fraud-detection"), headers: { "if-none-match": "*" } };
    expect((await asked(hidden, other)).status).toBe(404);
    const own = await asked({ ...question, headers: { "if-none-match": etag } }, one);
    expect([own.status, own.text]).toEqual([304, ""]);
  });
});

describe("whoever sees all", () => {
  test("sees everything", async () => {
    const token = await tokenOf("finance");
    for (const question of shown()) {
      const { status } = await asked(question, token);
      expect([question.path, question.query, status]).toEqual([question.path, question.query, 200]);
    }
  });
});

function month(part: string, query = ""): Question {
  return { path: `/api/v1/months/2026-09/${part}`, query };
}

function resource(name: string): Question {
  return { path: "/api/v1/resource", query: `name=${encodeURIComponent(name)}` };
}
