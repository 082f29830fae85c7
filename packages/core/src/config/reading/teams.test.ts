import { describe, expect, test } from "vitest";
import { configOf } from "../testing/config-of.ts";
import { teamResolver } from "./teams.ts";

const NOW = Date.UTC(2026, 8, 10);

/** The team that a value means. */
function meant(config: string, value: string, at = NOW): string | undefined {
  return teamResolver(configOf(config)).resolve(value, at);
}

describe("teams that are named", () => {
  const named = `tags: { ml-team: { values: [Vision, nlp] }, squad: { values: [search] }, crew: {} }
dimensions: { team: [ml-team, squad, crew] }
normalize: { aliases: { ml-team: { cv: vision }, crew: { old-ranking: rank } } }
teams: { ranking: { aliases: [{ name: rank }] }, audio: {} }`;

  test("are those of teams and of every key's values, sorted", () => {
    expect(teamResolver(configOf(named)).names).toEqual(["Vision", "audio", "nlp", "ranking", "search"]);
  });

  test.each([
    ["Vision", "Vision"],
    [" VISION ", "Vision"],
    ["cv", "Vision"],
    ["search", "search"],
    ["Audio", "audio"],
    ["Rank", "ranking"],
    ["old-ranking", "ranking"],
  ])("are meant by %j: %s", (value, team) => {
    expect(meant(named, value)).toBe(team);
  });

  test.each(["", " ", "visions", "Vis ion", "constructor", "team"])("are not meant by %j", (value) => {
    expect(meant(named, value)).toBeUndefined();
  });

  test("are only what is written alike where case and space are kept", () => {
    const strict = "normalize: { case: keep, trim: false }\nteams: { vision: {} }";
    expect(["vision", "Vision", " vision"].map((value) => meant(strict, value))).toEqual([
      "vision",
      undefined,
      undefined,
    ]);
  });
});

describe("an alias of a team", () => {
  const dated = `teams:
  fraud: { aliases: [{ name: fd, until: 2026-09-15 }, { name: Risk, from: 2026-09-16 }] }
  cards: { aliases: [{ name: fd, from: "2026-09-16T00:00:00Z" }] }
  bank: { aliases: [{ name: temp, from: "2026-09-01T12:00:00Z", until: "2026-09-02T12:00:00Z" }] }`;

  test.each([
    ["fd", "2026-01-01T00:00:00Z", "fraud"],
    ["FD", "2026-09-15T23:59:59.999Z", "fraud"],
    ["fd", "2026-09-16T00:00:00Z", "cards"],
    ["risk", "2026-09-15T23:59:59.999Z", undefined],
    ["risk", "2026-09-16T00:00:00Z", "fraud"],
    ["temp", "2026-09-01T11:59:59.999Z", undefined],
    ["temp", "2026-09-01T12:00:00Z", "bank"],
    ["temp", "2026-09-02T12:00:00Z", undefined],
  ])("%s at %s means %s", (value, at, team) => {
    expect(meant(dated, value, Date.parse(at))).toBe(team);
  });
});

describe("teams that nobody names", () => {
  const open = "dimensions: { team: t }\ntags: { t: {} }";

  test("are any value, read as tags are", () => {
    expect(teamResolver(configOf(open)).names).toEqual([]);
    expect(meant(open, " Vision ")).toBe("vision");
    expect(meant(open, "")).toBeUndefined();
  });

  test("are any value that the key's whole pattern fits", () => {
    const pattern = 'dimensions: { team: t }\ntags: { t: { pattern: "[a-z]{3,}" } }';
    expect(["vision", "VISION", "ml", "vision-2"].map((value) => meant(pattern, value))).toEqual([
      "vision",
      "vision",
      undefined,
      undefined,
    ]);
  });

  test.each(["capacity", " Capacity", "pool:gpu", "POOL:gpu"])("are not what usage means by %j", (value) => {
    expect(meant(open, value)).toBeUndefined();
  });
});
