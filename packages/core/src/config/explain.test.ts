import { describe, expect, test } from "vitest";
import { TagledgerError } from "../errors.ts";
import { loadConfig } from "./load.ts";

/** A name, the text of a configuration, and the problems it has, as `line:column: what`. */
type Case = readonly [name: string, text: string, ...problems: string[]];

const YAML: readonly Case[] = [
  ["an empty file", "", '1:1: nothing is written here: expected at least "version: 1"'],
  ["a file of comments", "# later\n", '1:1: nothing is written here: expected at least "version: 1"'],
  ["a list at the top", "- version: 1", '1:1: got a list, expected keys and values such as "version: 1"'],
  [
    "a word at the top",
    "version 1",
    '1:1: got a single value, expected keys and values such as "version: 1"',
  ],
  [
    "a key written twice",
    "version: 1\nteams: {}\nteams: {}",
    '3:1: the key "teams" is written twice: expected it once',
  ],
  ["a tab", "version: 1\nscope:\n\taccounts: []", "3:1: a tab is used as indentation: expected spaces"],
  [
    "two documents",
    "version: 1\n---\nversion: 1",
    "2:1: a second document begins here: expected one document in the file",
  ],
  ["an open quote", "version: 1\nteams: 'x", "2:10: Missing closing 'quote"],
  ["an alias without anchor", "version: 1\nteams: *x", "2:8: *x has no anchor &x before it"],
  ["a tag of YAML", "version: 1\nteams: !env TEAMS", "2:8: Unresolved tag: !env"],
  [
    "a list as a key",
    "version: 1\n? [a]\n: b",
    "2:3: a list, a mapping or an alias is used as a key: expected text",
  ],
  ["the key of prototypes", "version: 1\n__proto__: {}", '2:1: "__proto__" cannot be a key'],
];

const KEYS: readonly Case[] = [
  ["no version", "teams: {}", "1:1: version: missing: expected the number 1, the only version so far"],
  [
    "another version",
    "version: 2",
    "1:10: version: got the number 2, expected the number 1, the only version so far",
  ],
  [
    "a quoted version",
    'version: "1"',
    '1:10: version: got "1", expected the number 1, the only version so far',
  ],
  [
    "a mistyped key",
    "version: 1\nenforcement:\n  default: { grase: 1h }",
    '3:14: enforcement.default: unknown key "grase": did you mean "grace"?',
  ],
  [
    "a key unlike any",
    "version: 1\nscope: { everything: true }",
    '2:10: scope: unknown key "everything": expected one of accounts, services',
  ],
  [
    "a key of another method",
    "version: 1\npools: [{ name: p, method: even, shares: {} }]",
    '2:34: pools[0]: unknown key "shares": expected one of name, match, includeTagged, order, onMissingUsage, method, to',
  ],
  [
    "an empty key",
    'version: 1\nteams: { "": {} }',
    '2:10: teams: got the key "", expected text that is not empty',
  ],
  [
    "a missing key of a block",
    "version: 1\npools:\n  - name: p\n    method: fixed",
    "3:5: pools[0].shares: missing: expected a mapping",
  ],
  [
    "a missing method",
    "version: 1\npools: [{ name: p }]",
    "2:9: pools[0].method: missing: expected one of even, fixed, proportional, usage, follow",
  ],
  [
    "a key with nothing behind it",
    "version: 1\npools:\n",
    "2:1: pools: nothing is written here: expected a list ([] for an empty one), or no key at all",
  ],
];

const DURATION = "expected a duration such as 90s, 30m, 2h or 400d";
const POLICY = "expected follow, { pool: NAME } or { team: NAME }";
const MODE = "expected observe, notify, repair or quarantine, or a list of the last three";
const AMOUNT = "expected a decimal of 0 or more with at most 24 places, such as 0.6";

const VALUES: readonly Case[] = [
  [
    "an account id without quotes",
    "version: 1\nteams:\n  a:\n    accounts: [012345678901]",
    '4:16: teams.a.accounts[0]: got the number 012345678901, expected text: quote it, as "012345678901"',
  ],
  [
    "an account id without quotes in a match",
    "version: 1\nassign: [{ match: { account: 012345678901 }, set: { team: a } }]",
    '2:30: assign[0].match.account: got the number 012345678901, expected text or a list of text: quote it, as "012345678901"',
  ],
  [
    "a truth where text belongs",
    "version: 1\ntags: { live: { values: [true] } }",
    '2:26: tags.live.values[0]: got true, expected text: quote it, as "true"',
  ],
  [
    "an unknown method",
    "version: 1\npools: [{ name: p, method: evn }]",
    '2:28: pools[0].method: got "evn", expected one of even, fixed, proportional, usage, follow: did you mean "even"?',
  ],
  [
    "a number as a duration",
    "version: 1\nenforcement: { default: { grace: 5 } }",
    `2:34: enforcement.default.grace: got the number 5, ${DURATION}`,
  ],
  [
    "a duration in words",
    "version: 1\nretention: { personalData: a year }",
    `2:28: retention.personalData: got "a year", ${DURATION}`,
  ],
  [
    "a mistyped policy",
    "version: 1\npolicies: { tax: folow }",
    `2:18: policies.tax: got "folow", ${POLICY}: did you mean "follow"?`,
  ],
  [
    "a policy of another key",
    "version: 1\npolicies: { tax: { pol: p } }",
    `2:18: policies.tax: got a mapping, ${POLICY}`,
  ],
  [
    "a policy whose pool has no text",
    "version: 1\npolicies: { tax: { pool: 5 } }",
    '2:26: policies.tax.pool: got the number 5, expected text: quote it, as "5"',
  ],
  [
    "a mistyped mode",
    "version: 1\nenforcement: { default: { mode: notfy } }",
    `2:33: enforcement.default.mode: got "notfy", ${MODE}: did you mean "notify"?`,
  ],
  [
    "a mistyped mode in a list",
    "version: 1\nenforcement: { default: { mode: [repare] } }",
    '2:34: enforcement.default.mode[0]: got "repare", expected one of notify, repair, quarantine: did you mean "repair"?',
  ],
  [
    "an empty list",
    "version: 1\nscope: { accounts: [] }",
    "2:20: scope.accounts: got an empty list, expected at least one entry",
  ],
  [
    "a bill from nowhere",
    "version: 1\nbills: [{}]",
    "2:9: bills[0]: got an empty mapping, expected { s3: s3://bucket/prefix } or { path: FOLDER }",
  ],
  [
    "a word as an amount",
    "version: 1\nbudgets: [{ match: {}, monthly: much }]",
    `2:33: budgets[0].monthly: got "much", ${AMOUNT}`,
  ],
  [
    "an amount below 0",
    "version: 1\nbudgets: [{ match: {}, monthly: -1 }]",
    `2:33: budgets[0].monthly: got the number -1, ${AMOUNT}`,
  ],
  [
    "an endless amount",
    "version: 1\nbudgets: [{ match: {}, monthly: 1e999 }]",
    `2:33: budgets[0].monthly: got the number 1e999, ${AMOUNT}`,
  ],
  [
    "an amount too fine",
    "version: 1\nbudgets: [{ match: {}, monthly: 1e-25 }]",
    "2:33: budgets[0].monthly: got 1e-25, expected at most 24 decimal places",
  ],
  [
    "a quoted amount too fine",
    `version: 1\nbudgets: [{ match: {}, monthly: "0.${"1".repeat(25)}" }]`,
    `2:33: budgets[0].monthly: got "0.${"1".repeat(25)}", ${AMOUNT}`,
  ],
  [
    "the yes of older YAML",
    "version: 1\nenforcement: { stop: yes }",
    '2:22: enforcement.stop: got "yes", expected true or false',
  ],
  [
    "a rule that is a word",
    "version: 1\ntags: { a: { required: always } }",
    '2:24: tags.a.required: got "always", expected true, false or { when: { other-key: [value] } }',
  ],
  [
    "a long text",
    `version: 1\nreports: { currency: ${"x".repeat(100)} }`,
    `2:22: reports.currency: got "${"x".repeat(59)}…", expected a currency code of three capital letters, such as USD`,
  ],
];

describe.each([
  ["YAML", YAML],
  ["a key", KEYS],
  ["a value", VALUES],
])("what is wrong with %s", (_, cases) => {
  test.each(cases)("%s is explained at its place", (_name, text, ...problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
});

test("endless nesting is refused", () => {
  expect(problemsOf("[".repeat(20_000))).toEqual([expect.stringContaining("nested too deeply")]);
});

test("aliases that unfold without end are refused", () => {
  const levels = [
    "a: &a [x,x,x,x,x,x,x,x,x]",
    "b: &b [*a,*a,*a,*a,*a,*a,*a]",
    "c: &c [*b,*b,*b,*b,*b,*b]",
    "d: [*c,*c,*c]",
  ];

  expect(problemsOf(levels.join("\n"))).toEqual(["1:1: aliases repeat too much: write the values out"]);
});

function problemsOf(text: string): string[] {
  try {
    loadConfig(text, "t");
    return [];
  } catch (error) {
    if (error instanceof TagledgerError)
      return error.message.split("\n").map((line) => line.replace(/^t:/, ""));
    throw error;
  }
}
