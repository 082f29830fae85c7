import { loadConfig } from "@tagledger/core/config/load";
import { expect, it } from "vitest";
import { ACCOUNTS } from "./company/accounts.ts";
import { TEAMS } from "./company/teams.ts";
import { createCompany } from "./company.ts";
import { createConfig } from "./config.ts";
import { createRandom } from "./random.ts";
import { createUsage } from "./usage.ts";

const { config, warnings } = loadConfig(createConfig(), "tagledger.yaml");

it("is a configuration without a flaw", () => {
  expect(warnings).toEqual([]);
  expect(Object.keys(config.teams)).toEqual(Object.values(TEAMS).map(({ name }) => name));
});

it("uses every method of sharing and leaves the shop out", () => {
  expect(new Set(config.pools.map(({ method }) => method))).toEqual(
    new Set(["usage", "follow", "even", "fixed", "proportional"]),
  );
  expect(config.scope.accounts).not.toContain(ACCOUNTS.shop.id);
  expect(config.enforcement.default.mode).toBe("observe");
});

it("knows every pool and metric that usage speaks of, and usage every pool divided by it", () => {
  const random = createRandom("1");
  const rows = createUsage(createCompany(random), random);
  const metered = config.pools.flatMap((pool) =>
    pool.method === "usage" ? Object.keys(pool.metric).map((metric) => `${pool.name} ${metric}`) : [],
  );
  expect(new Set(rows.map(({ pool, metric }) => `${pool} ${metric}`))).toEqual(new Set(metered));
});

it("leaves alone what is nobody's to tag, and only for a time", () => {
  expect(config.enforcement.principals).toEqual(["arn:aws:iam::*:role/tagledger-*"]);
  expect(config.enforcement.exemptions.length).toBeGreaterThan(1);
  for (const { until } of config.enforcement.exemptions) expect(until).toMatch(/^20(26|27)-/);
});

it("says whom every mail goes to, and leads to the page on this machine", () => {
  expect(Object.values(config.teams).filter(({ email }) => email === undefined)).toEqual([]);
  expect(config.notify).toEqual({
    email: { from: "finops@quillmart.example" },
    fallback: { email: ["finops@quillmart.example"] },
  });
  expect(config.reports.url).toBe("http://127.0.0.1:4180/");
});
