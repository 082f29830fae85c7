import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "./architecture/check.ts";
import { importsOf } from "./architecture/imports.ts";
import { domain, rules } from "./architecture/rules.ts";
import { placeOf, readTree, roomOf, sourceFile } from "./architecture/tree.ts";

const ROOT = join(import.meta.dirname, "..");
const FIXTURES = join(import.meta.dirname, "fixtures/architecture");
const CORE = "packages/core/src";

/** Each rule and the file that breaks it in the fixture of the same name. */
const offenders: Record<string, string> = {
  "nothing-imports-functions": "stacks/ledger.ts",
  "core-imports-nothing-outward": `${CORE}/costs/money.ts`,
  "access-imports": `${CORE}/access/decide.ts`,
  "config-imports": `${CORE}/config/parse.ts`,
  "catalog-imports": `${CORE}/catalog/ec2.ts`,
  "tags-imports": `${CORE}/tags/evaluate.ts`,
  "policy-imports": `${CORE}/policy/scp.ts`,
  "costs-imports": `${CORE}/costs/money.ts`,
  "spend-imports": `${CORE}/spend/prices.ts`,
  "bills-imports": `${CORE}/bills/days.ts`,
  "chargeback-imports": `${CORE}/chargeback/period.ts`,
  "reports-imports": `${CORE}/reports/report.ts`,
  "snapshots-imports": `${CORE}/snapshots/snapshot.ts`,
  "remediation-imports": `${CORE}/remediation/deed.ts`,
  "events-imports": `${CORE}/events/event-types.ts`,
  "ledger-imports": `${CORE}/ledger/records.ts`,
  "errors-and-text-import-no-room": `${CORE}/text/nearest.ts`,
  "only-flows-import-ports": `${CORE}/costs/money.ts`,
  "ports-import-only-types": `${CORE}/ports.ts`,
  "core-rooms-import-no-flow": `${CORE}/reports/report.ts`,
  "adapters-import-core-but-no-flow": "packages/adapters/src/sqlite/ledger.ts",
  "api-imports-core": "packages/api/src/handler.ts",
  "cli-imports-core-and-adapters": "packages/cli/src/serve.ts",
  "functions-import-core-and-adapters": "functions/on-bill.ts",
  "stacks-read-catalog-and-policy": "stacks/ledger.ts",
  "only-sst-imports-stacks": "functions/on-bill.ts",
  "dashboard-imports-only-types": "packages/dashboard/src/page.ts",
  "only-tests-import-tests": "functions/on-bill.ts",
  "only-tests-import-test-tools": "packages/adapters/src/sqlite/ledger.ts",
  "imports-name-their-target": "packages/cli/src/plugins.ts",
  "imports-name-a-file": "packages/cli/src/serve.ts",
  "relative-imports-stay-in-their-package": "packages/cli/src/serve.ts",
  "no-re-exports": `${CORE}/costs/all.ts`,
  "no-index-files": `${CORE}/costs/index.ts`,
  "files-live-in-a-known-room": `${CORE}/utils/misc.ts`,
  "no-import-cycles": `${CORE}/costs/c.ts`,
};

describe("the house", () => {
  test("keeps its rules", () => {
    const tree = readTree(ROOT);
    expect(tree.map((file) => file.path)).toContain(`${CORE}/errors.ts`);
    const broken = check(tree, rules).map((v) => `${v.file}:${v.line} ${v.rule}: ${v.target}`);
    expect(broken).toEqual([]);
  });

  test("lists domain rooms so that each knows only rooms before it", () => {
    const order = Object.keys(domain);
    for (const [room, may] of Object.entries(domain)) {
      for (const other of may)
        expect(order.indexOf(other), `${room} knows ${other}`).toBeLessThan(order.indexOf(room));
    }
  });
});

describe("the rules", () => {
  test("each have a fixture", () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(["allowed", ...Object.keys(offenders)].sort());
    expect(Object.keys(offenders)).toEqual(expect.arrayContaining(rules.map((rule) => rule.name)));
  });

  test.each(Object.entries(offenders))("%s is broken by %s and by nothing else", (rule, file) => {
    const found = check(readTree(join(FIXTURES, rule)), rules);
    expect(new Set(found.map((v) => v.rule))).toEqual(new Set([rule]));
    expect(new Set(found.map((v) => v.file))).toEqual(new Set([file]));
  });

  test("let a tree pass that keeps to them", () => {
    expect(check(readTree(join(FIXTURES, "allowed")), rules)).toEqual([]);
  });
});

describe("core", () => {
  const outward = [
    "node:fs",
    "fs",
    "zod",
    "zod/v4",
    "@aws-sdk/client-ec2",
    "@duckdb/node-api",
    "vitest",
    "fast-check",
  ];
  const ours = ["@tagledger/adapters/sqlite/ledger", "@tagledger/cli/main"];

  test.each([...outward, ...ours])("does not import %s", (specifier) => {
    expect(brokenBy(`import "${specifier}";`)).toContain("core-imports-nothing-outward");
  });

  test.each(["zod/mini", "yaml", "re2js"])("imports %s", (specifier) => {
    expect(brokenBy(`import "${specifier}";`)).toEqual([]);
  });

  test("does not hide an import behind its form", () => {
    const forms = [
      'import type { A } from "zod";',
      'export * from "zod";',
      'await import("zod");',
      'let a: import("zod").A;',
    ];
    for (const form of forms) expect(brokenBy(form), form).toContain("core-imports-nothing-outward");
  });

  function brokenBy(text: string): string[] {
    return check([sourceFile(`${CORE}/costs/money.ts`, text)], rules).map((violation) => violation.rule);
  }
});

describe("imports", () => {
  const read = (text: string) => importsOf("a.ts", text);

  test.each([
    ['import { a } from "x";', { specifier: "x", typeOnly: false, reExport: false }],
    ['import "x";', { specifier: "x", typeOnly: false, reExport: false }],
    ['import type { A } from "x";', { specifier: "x", typeOnly: true, reExport: false }],
    ['import { type A } from "x";', { specifier: "x", typeOnly: false, reExport: false }],
    ['export * from "x";', { specifier: "x", typeOnly: false, reExport: true }],
    ['export { a } from "x";', { specifier: "x", typeOnly: false, reExport: true }],
    ['export type { A } from "x";', { specifier: "x", typeOnly: true, reExport: true }],
    ['const a = () => import("x");', { specifier: "x", typeOnly: false, reExport: false }],
    ["const a = () => import(`x`);", { specifier: "x", typeOnly: false, reExport: false }],
    ["const a = (b: string) => import(b);", { specifier: null, typeOnly: false, reExport: false }],
    ['let a: import("x").A;', { specifier: "x", typeOnly: true, reExport: false }],
    ['import a = require("x");', { specifier: "x", typeOnly: false, reExport: false }],
    ['const a = require("x");', { specifier: "x", typeOnly: false, reExport: false }],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toEqual([{ ...expected, line: 1 }]);
  });

  test("are not seen in comments, strings and regular expressions", () => {
    expect(
      read(`// import "x"\n/* import "x" */ const a = 'import "x"', b = /["'\`]/, c = \`import "x"\`;`),
    ).toEqual([]);
  });

  test("know their line", () => {
    expect(read('\nconst a = 1;\nexport { a };\nimport "x";').map((found) => found.line)).toEqual([4]);
  });
});

describe("places", () => {
  test.each([
    ["packages/core/src/costs/money.ts", "core/costs/money", "core/costs"],
    ["packages/core/src/costs/money.prop.test.ts", "core/costs/money", "core/costs"],
    ["packages/core/src/errors.test.ts", "core/errors", "core/errors"],
    ["packages/cli/bin/tagledger.js", "cli/bin/tagledger", "cli"],
    ["functions/live.ts", "functions/live", "functions"],
    ["vitest.config.ts", "root/vitest.config", "root"],
  ])("%s is %s in %s", (path, place, room) => {
    expect(placeOf(path)).toBe(place);
    expect(roomOf(place)).toBe(room);
  });
});
