import { describe, expect, it } from "vitest";
import { teamOf } from "./whose.ts";

describe("the team of a pod", () => {
  it.each([
    [undefined, { namespace: "apps" }, "apps"],
    [{ label: "team" }, { label: "vision", namespace: "apps" }, "vision"],
    [{ label: "team" }, { namespace: "apps" }, "unowned:apps"],
    [{ label: "team", namespace: true }, { namespace: "apps" }, "apps"],
    [{ label: "team" }, {}, "unowned:?"],
  ])("is, where the configuration says %j of %j, %s", (rule, known, team) => {
    expect(teamOf(rule, { label: null, namespace: null, otherwise: "?", ...known })).toBe(team);
  });

  it.each(["capacity", "pool:eks", "unowned:apps"])("is not %s, whoever writes that", (label) => {
    const known = { label, namespace: label, otherwise: "?" };
    expect(teamOf({ label: "team" }, known)).toBe(`unowned:${label}`);
    expect(teamOf({ namespace: true }, known)).toBe(`unowned:${label}`);
  });
});
