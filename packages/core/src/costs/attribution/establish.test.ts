import { describe, expect, test } from "vitest";
import type { ChargeFacts } from "../charge.ts";
import { chargeNeeds } from "../query.ts";
import { configOf } from "../testing/attribution.ts";
import { makeFacts } from "../testing/make-charge.ts";
import { establisher } from "./establish.ts";

interface Charge extends Partial<Omit<ChargeFacts, "tags">> {
  readonly tags?: Readonly<Record<string, string>>;
  readonly dated?: Readonly<Record<string, string>>;
  readonly at?: string;
}

/** Whose a charge is, without the dimensions that are missing. */
function established(text: string, { tags = {}, dated, at = "2026-09-10T00:00:00Z", ...facts }: Charge) {
  const config = configOf(text);
  const { tagKeys } = chargeNeeds(config);
  const valuesOf = (values: Readonly<Record<string, string>>) => tagKeys.map((key) => values[key] ?? "");
  const charge = {
    ...makeFacts({ ...facts, tags: valuesOf(tags) }),
    ...(dated === undefined ? {} : { dated: valuesOf(dated) }),
  };
  const { leaf, teamBy, invalidTeam, assigned } = establisher(config, tagKeys)(charge, Date.parse(at));
  const known = Object.fromEntries(Object.entries(leaf).filter(([, value]) => value !== null));
  return { leaf: known, teamBy, invalidTeam, assigned };
}

const KEYS = `dimensions: { team: [ml-team, team], project: p, workload: w, environment: [stage, env] }
tags: { ml-team: { values: [vision, nlp] }, stage: { values: [Prod, Dev] } }`;

describe("tags", () => {
  test("establish the dimensions that they are keys of, normalised", () => {
    const tags = { "ml-team": " VISION", p: "Churn ", stage: "PROD" };
    expect(established(KEYS, { tags })).toEqual({
      leaf: { team: "vision", project: "churn", environment: "Prod" },
      teamBy: "tag",
      invalidTeam: null,
      assigned: null,
    });
  });

  test("of several keys decide by the first that is not empty", () => {
    expect(established(KEYS, { tags: { "ml-team": "nlp", team: "vision" } }).leaf.team).toBe("nlp");
    expect(established(KEYS, { tags: { "ml-team": "", team: "vision" } }).leaf.team).toBe("vision");
    expect(
      established(KEYS, { tags: { "ml-team": "  ", team: "vision", stage: " ", env: "dev" } }).leaf,
    ).toEqual({
      team: "vision",
      environment: "Dev",
    });
  });

  test("of a first key that names no team are not passed over for a second that does", () => {
    expect(established(KEYS, { tags: { "ml-team": "visoin", team: "vision" } })).toMatchObject({
      teamBy: null,
      invalidTeam: "visoin",
    });
  });

  test("are one value of a dimension whichever of its keys holds it", () => {
    for (const key of ["stage", "env"]) {
      expect(established(KEYS, { tags: { [key]: "PROD" } }).leaf.environment).toBe("Prod");
    }
  });

  test("that name no team keep the value as the bill writes it, and the other dimensions", () => {
    expect(established(KEYS, { tags: { "ml-team": " Visoin ", p: "churn" } })).toEqual({
      leaf: { project: "churn" },
      teamBy: null,
      invalidTeam: "Visoin",
      assigned: null,
    });
  });

  test("of space alone are a value where space is kept", () => {
    const spaced = `${KEYS}\nnormalize: { trim: false }`;
    expect(established(spaced, { tags: { "ml-team": " ", team: "vision" } }).invalidTeam).toBe(" ");
  });
});

describe("what the ledger says that a charge was tagged with", () => {
  test("establishes what the bill leaves open, normalised, and nothing else", () => {
    const tags = { p: "churn" };
    const dated = { "ml-team": " VISION", p: "other", stage: "PROD" };
    expect(established(KEYS, { tags, dated })).toEqual({
      leaf: { team: "vision", project: "churn", environment: "Prod" },
      teamBy: "ledger",
      invalidTeam: null,
      assigned: null,
    });
  });

  test("yields to the bill's own tag, whichever key of the dimension holds it", () => {
    const dated = { "ml-team": "vision", stage: "Prod" };
    expect(established(KEYS, { tags: { team: "nlp", env: "dev" }, dated })).toMatchObject({
      leaf: { team: "nlp", environment: "Dev" },
      teamBy: "tag",
    });
  });

  test("decides where the bill's tag names no team", () => {
    const charge = { tags: { "ml-team": "visoin" }, dated: { "ml-team": "vision" } };
    expect(established(KEYS, charge)).toMatchObject({
      leaf: { team: "vision" },
      teamBy: "ledger",
      invalidTeam: null,
    });
  });

  test("establishes nothing where it names no team: the bill's mistake is shown, else the ledger's", () => {
    const dated = { "ml-team": " Nobody " };
    expect(established(KEYS, { dated })).toMatchObject({ teamBy: null, invalidTeam: "Nobody" });
    expect(established(KEYS, { tags: { team: "visoin" }, dated }).invalidTeam).toBe("visoin");
  });

  test("comes before assign rules, principals and accounts", () => {
    const config = `${KEYS}
assign: [{ match: { account: "1" }, set: { team: nlp, project: chat } }]
teams: { nlp: { accounts: ["1"] } }`;
    expect(established(config, { account: "1", dated: { "ml-team": "vision" } })).toMatchObject({
      leaf: { team: "vision", project: "chat" },
      teamBy: "ledger",
    });
  });

  test("is an aliased team's while the alias holds", () => {
    const config = `${KEYS}\nteams: { vision: { aliases: [{ name: cv, until: 2026-09-15 }] } }`;
    const dated = { "ml-team": "cv" };
    expect(established(config, { dated, at: "2026-09-15T23:00:00Z" }).teamBy).toBe("ledger");
    expect(established(config, { dated, at: "2026-09-16T00:00:00Z" }).invalidTeam).toBe("cv");
  });
});

describe("assign", () => {
  const config = (rules: string) => `${KEYS}\nassign:\n${rules}\nteams: { vision: {}, nlp: {} }`;
  const bedrock = { account: "444455556666", service: "AmazonBedrock" };

  test("fills the dimensions that tags leave open, and no others", () => {
    const rule =
      "  - { match: { service: bedrock }, set: { team: nlp, workload: inference, environment: prod } }";
    expect(established(config(rule), { ...bedrock, tags: { stage: "dev" } })).toEqual({
      leaf: { team: "nlp", workload: "inference", environment: "Dev" },
      teamBy: "assign",
      invalidTeam: null,
      assigned: 0,
    });
    expect(established(config(rule), { ...bedrock, tags: { team: "vision" } })).toMatchObject({
      leaf: { team: "vision", workload: "inference", environment: "Prod" },
      teamBy: "tag",
      assigned: 0,
    });
  });

  test("goes by the first rule that matches, whatever it sets", () => {
    const rules = `  - { match: { account: "1*" }, set: { team: vision } }
  - { match: { service: bedrock }, set: { project: chat } }
  - { match: { account: "4*" }, set: { team: nlp } }`;
    expect(established(config(rules), bedrock)).toMatchObject({
      leaf: { project: "chat" },
      teamBy: null,
      assigned: 1,
    });
  });

  test("fills the team where a tag names none that there is", () => {
    const rule = "  - { match: { service: bedrock }, set: { team: nlp } }";
    expect(established(config(rule), { ...bedrock, tags: { "ml-team": "bogus" } })).toMatchObject({
      leaf: { team: "nlp" },
      teamBy: "assign",
    });
  });

  test("sees the dimensions of tags, not what it sets itself", () => {
    const rules = `  - { match: { team: nlp }, set: { project: text } }
  - { match: { service: bedrock }, set: { team: nlp } }`;
    expect(established(config(rules), bedrock)).toMatchObject({ leaf: { team: "nlp" }, assigned: 1 });
    expect(established(config(rules), { tags: { team: "NLP" } })).toMatchObject({
      leaf: { team: "nlp", project: "text" },
      assigned: 0,
    });
  });

  test.each([
    ["2026-08-31T23:59:59.999Z", null],
    ["2026-09-01T00:00:00Z", 0],
    ["2026-09-15T23:59:59.999Z", 0],
    ["2026-09-16T00:00:00Z", 1],
    ["2026-09-16T12:00:00Z", null],
  ])("from and until dates: at %s rule %s", (at, rule) => {
    const rules = `  - { match: { service: bedrock }, set: { team: nlp }, from: 2026-09-01, until: 2026-09-15 }
  - { match: { service: bedrock }, set: { team: vision }, from: 2026-09-16, until: "2026-09-16T12:00:00Z" }`;
    expect(established(config(rules), { ...bedrock, at }).assigned).toBe(rule);
  });

  test("sets values as tags would be read", () => {
    const open = `dimensions: { team: t, project: p }
tags: { t: {} }
assign: [{ match: { service: bedrock }, set: { team: Chat, project: " Bot" } }]`;
    expect(established(open, bedrock).leaf).toEqual({ team: "chat", project: "bot" });
    expect(established(open, { tags: { t: "CHAT" } }).leaf).toEqual({ team: "chat" });
  });
});

describe("principals and accounts of teams", () => {
  const config = `${KEYS}
assign: [{ match: { service: eks }, set: { team: nlp } }]
teams:
  vision: { principals: ["arn:aws:iam::*:role/vision-*"], accounts: ["1111*"] }
  nlp: { principals: ["arn:aws:iam::*:role/*-text"], accounts: ["111122223333", "222233334444"] }`;
  const session = "arn:aws:sts::222233334444:assumed-role/vision-fit/ann";

  test("establish the team where tags and assign do not, principals before accounts", () => {
    const own = { account: "222233334444", principal: session };
    expect(established(config, { ...own, service: "AmazonEKS" })).toMatchObject({
      leaf: { team: "nlp" },
      teamBy: "assign",
    });
    expect(established(config, own)).toMatchObject({ leaf: { team: "vision" }, teamBy: "principal" });
    expect(established(config, { account: "222233334444" })).toMatchObject({
      leaf: { team: "nlp" },
      teamBy: "account",
    });
    expect(established(config, { account: "999900001111" })).toMatchObject({ leaf: {}, teamBy: null });
  });

  test("establish the team whose name comes first where several have them", () => {
    expect(established(config, { account: "111122223333" }).leaf.team).toBe("nlp");
    const principal = "arn:aws:iam::111122223333:role/vision-text";
    expect(established(config, { principal })).toMatchObject({ leaf: { team: "nlp" }, teamBy: "principal" });
  });

  test("establish the team after a tag that names none", () => {
    expect(established(config, { tags: { team: "bogus" }, principal: session })).toMatchObject({
      leaf: { team: "vision" },
      teamBy: "principal",
    });
  });

  test("do not stand for charges without any, not even as *", () => {
    const every = `${KEYS}\nteams: { vision: { principals: ["*"] }, nlp: { accounts: ["*"] } }`;
    expect(established(every, {})).toMatchObject({ leaf: {}, teamBy: null });
    expect(established(every, { account: "111122223333" }).teamBy).toBe("account");
  });
});
