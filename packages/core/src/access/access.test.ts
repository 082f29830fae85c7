import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../config/load.ts";
import { decide, teamsSeenBy } from "./decide.ts";
import { viewerOfClaims } from "./of-claims.ts";
import { viewerOfPrincipal } from "./of-principal.ts";
import { OPEN_VIEWER, SCOPES, type Viewer } from "./viewer.ts";

const { config } = loadConfig(
  `version: 1
teams:
  vision: { principals: ["arn:aws:iam::*:role/vision-*"] }
  nlp: { principals: ["arn:aws:iam::*:role/nlp-*", "arn:aws:iam::*:role/shared"] }
  quiet: {}
  finance: { principals: ["arn:aws:iam::*:role/finance"] }
reports:
  auth:
    issuer: https://login.example.com/
    audience: tagledger
    teamsClaim: https://example.com/groups
    seeAll: [finance]
    mayUpload: [platform]
    mayApprove: [finance]`,
  "tagledger.yaml",
);
const { auth } = config.reports;
if (auth === undefined) throw new Error("the rules say who may read");

function bearer(groups: unknown, more: object = {}): Viewer | null {
  return auth === undefined
    ? null
    : viewerOfClaims(auth, { sub: "ann", "https://example.com/groups": groups, ...more });
}

function inGroups(...groups: readonly string[]): Viewer {
  const viewer = bearer(groups);
  if (viewer === null) throw new Error("a subject is named");
  return viewer;
}

describe("whom a token is of", () => {
  test("is its subject, in the teams that the claim lists", () => {
    expect(bearer(["vision", "nlp", "vision"])).toEqual({
      name: "ann",
      teams: ["nlp", "vision"],
      seesAll: false,
      scopes: ["read", "release"],
      via: "jwt",
    });
  });

  test("is read from a list or a text of names", () => {
    for (const claim of [["vision", "nlp"], "vision nlp", "vision,nlp", " vision ,\tnlp "])
      expect(bearer(claim)?.teams).toEqual(["nlp", "vision"]);
  });

  test("is nobody without a subject", () => {
    expect(bearer(["vision"], { sub: undefined })).toBeNull();
    expect(bearer(["vision"], { sub: "" })).toBeNull();
    expect(bearer(["vision"], { sub: 7 })).toBeNull();
  });

  test("has no team and may do nothing where the claim is absent, odd or of another name", () => {
    for (const claim of [undefined, null, 7, true, { vision: true }, [7, null, ["vision"]], "", [""]])
      expect(bearer(claim)).toMatchObject({ teams: [], seesAll: false, scopes: [] });
    expect(bearer(undefined, { groups: ["vision"], example: { com: ["finance"] } })?.teams).toEqual([]);
  });

  test("finds no claim in what every object has", () => {
    if (auth === undefined) return;
    expect(viewerOfClaims({ ...auth, teamsClaim: "constructor" }, { sub: "ann" })?.teams).toEqual([]);
  });

  test("sees all and decides where the configuration names its group", () => {
    expect(inGroups("finance")).toMatchObject({ seesAll: true, scopes: ["read", "release", "approve"] });
    expect(inGroups("platform")).toMatchObject({ seesAll: false, scopes: ["read", "upload", "release"] });
    expect(inGroups("Finance").seesAll).toBe(false);
  });
});

describe("who may ask for a release", () => {
  test("is whoever may read, unless the configuration says who", () => {
    if (auth === undefined) return;
    const asking = (mayRequest: readonly string[] | undefined) =>
      viewerOfClaims(
        { ...auth, mayRequest: mayRequest === undefined ? undefined : [...mayRequest] },
        { sub: "ann", "https://example.com/groups": "vision" },
      )?.scopes.includes("release");
    expect([asking(undefined), asking([]), asking(["nlp"]), asking(["vision"])]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe("whom a signed request is of", () => {
  test("is the principal, in the teams whose it is", () => {
    const arn = "arn:aws:sts::111122223333:assumed-role/vision-ml/ann";
    expect(viewerOfPrincipal(config, arn)).toEqual({
      name: arn,
      teams: ["vision"],
      seesAll: false,
      scopes: ["read", "release"],
      via: "iam",
    });
  });

  test("sees nothing where it is of no team", () => {
    const viewer = viewerOfPrincipal(config, "arn:aws:iam::111122223333:role/other");
    expect(viewer).toMatchObject({ teams: [], seesAll: false, scopes: [] });
  });

  test("sees all where its team does", () => {
    expect(viewerOfPrincipal(config, "arn:aws:iam::111122223333:role/finance").seesAll).toBe(true);
  });
});

describe("a decision", () => {
  const name = fc.constantFrom("vision", "nlp", "quiet", "");
  const viewers = fc.record({
    name: fc.constant("ann"),
    teams: fc.uniqueArray(name),
    seesAll: fc.boolean(),
    scopes: fc.subarray([...SCOPES]),
    via: fc.constantFrom("jwt" as const, "iam" as const),
  });
  const asks = fc.record({
    scope: fc.constantFrom(...SCOPES),
    of: fc.oneof(
      fc.record({ team: fc.option(name) }),
      fc.constantFrom("everyone" as const, "anyone" as const),
    ),
  });

  test("allows nothing that was not granted, and hides what is not theirs whatever they may do", () =>
    fc.assert(
      fc.property(viewers, asks, (viewer, ask) => {
        const decision = decide(viewer, ask);
        const team = typeof ask.of === "string" ? null : ask.of.team;
        const own = team !== null && team !== "" && viewer.teams.includes(team);
        const seen = viewer.seesAll || ask.of === "anyone" || own;
        expect(decision === "hidden").toBe(!seen);
        expect(decision === "allowed").toBe(seen && viewer.scopes.includes(ask.scope));
      }),
    ));

  test("is that what is nobody's is seen only by those who see all", () => {
    for (const team of [null, ""]) {
      expect(decide({ ...inGroups("vision"), teams: ["", "vision"] }, { scope: "read", of: { team } })).toBe(
        "hidden",
      );
      expect(decide(inGroups("finance"), { scope: "read", of: { team } })).toBe("allowed");
    }
  });

  test("is that whoever uses the machine may do everything", () => {
    for (const scope of SCOPES) expect(decide(OPEN_VIEWER, { scope, of: "everyone" })).toBe("allowed");
  });

  test("narrows lists to the teams that are theirs", () => {
    expect(teamsSeenBy(inGroups("vision", "nlp"))).toEqual(["nlp", "vision"]);
    expect(teamsSeenBy(inGroups("finance"))).toBeNull();
    expect(teamsSeenBy(inGroups())).toEqual([]);
  });
});
