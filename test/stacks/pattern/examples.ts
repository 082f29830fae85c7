/** A pattern, an event, and whether the one matches the other. */
export type Example = readonly [pattern: object, event: object, matches: boolean];

const inDetail = (pattern: object, event: object, matches: boolean): Example => [
  { detail: pattern },
  { detail: event },
  matches,
];
const ofText = (condition: object, text: unknown, matches: boolean) =>
  inDetail({ a: [condition] }, { a: text }, matches);

/** What EventBridge matches and what not, by its documentation. */
export const examples: readonly Example[] = [
  [{ source: ["aws.ec2"] }, { source: "aws.ec2" }, true],
  [{ source: ["aws.ec2"] }, { source: "aws.ec2.other" }, false],
  [{ source: ["aws.ec2"], "detail-type": ["a"] }, { source: "aws.ec2", "detail-type": "b" }, false],
  inDetail({ a: ["1", "2"] }, { a: "2" }, true),
  inDetail({ a: [1] }, { a: "1" }, false),
  inDetail({ a: [false] }, { a: false }, true),
  inDetail({ a: [false] }, { a: "false" }, false),
  inDetail({ a: [false] }, { a: true }, false),
  inDetail({ a: [null] }, { a: null }, true),
  inDetail({ a: [null] }, { a: "" }, false),
  inDetail({ a: [null] }, {}, false),
  inDetail({ a: [""] }, { a: "" }, true),
  inDetail({ a: { b: ["x"] } }, { a: { b: "x", c: 1 } }, true),
  inDetail({ a: { b: ["x"] } }, { a: "x" }, false),

  ofText({ exists: true }, "x", true),
  ofText({ exists: true }, null, true),
  ofText({ exists: false }, "x", false),
  inDetail({ a: [{ exists: true }], b: ["1"] }, { b: "1" }, false),
  inDetail({ a: [{ exists: false }], b: ["1"] }, { b: "1" }, true),
  inDetail({ a: [{ exists: false }], b: ["1"] }, { a: "", b: "1" }, false),
  inDetail({ a: [false, { exists: false }], b: ["1"] }, { b: "1" }, true),
  inDetail({ a: [false, { exists: false }], b: ["1"] }, { a: false, b: "1" }, true),
  inDetail({ a: [false, { exists: false }], b: ["1"] }, { a: true, b: "1" }, false),

  ofText({ prefix: "Create" }, "CreateVpc", true),
  ofText({ prefix: "Create" }, "create", false),
  ofText({ prefix: { "equals-ignore-case": "create" } }, "CREATEVpc", true),
  ofText({ suffix: ".png" }, "a.png", true),
  ofText({ suffix: ".png" }, "a.png.gz", false),
  ofText({ suffix: { "equals-ignore-case": ".PNG" } }, "a.png", true),
  ofText({ "equals-ignore-case": "Alice" }, "aLICE", true),
  ofText({ "equals-ignore-case": "Alice" }, "Alicia", false),
  ofText({ wildcard: "dir/*.png" }, "dir/a/b.png", true),
  ofText({ wildcard: "dir/*.png" }, "dirt/a.png", false),
  ofText({ wildcard: "a\\*b*" }, "a*bc", true),
  ofText({ wildcard: "a\\*b*" }, "axbc", false),
  ofText({ wildcard: "a.c" }, "abc", false),
  ofText({ wildcard: "*a*" }, "bab", true),

  ofText({ "anything-but": "dev" }, "prod", true),
  ofText({ "anything-but": "dev" }, "dev", false),
  ofText({ "anything-but": ["dev", "test"] }, "test", false),
  ofText({ "anything-but": [1, 2] }, 3, true),
  ofText({ "anything-but": { prefix: "eu-" } }, "eu-west-1", false),
  ofText({ "anything-but": { prefix: "eu-" } }, "us-east-1", true),
  ofText({ "anything-but": { suffix: ".png" } }, "a.png", false),
  ofText({ "anything-but": { "equals-ignore-case": ["dev", "test"] } }, "TEST", false),
  ofText({ "anything-but": { wildcard: "*/lib/*" } }, "a/lib/b", false),
  inDetail({ a: [{ "anything-but": "dev" }], b: ["1"] }, { b: "1" }, false),

  ofText({ numeric: ["=", 5] }, 5, true),
  ofText({ numeric: [">", 0, "<=", 5] }, 5, true),
  ofText({ numeric: [">", 0, "<=", 5] }, 0, false),
  ofText({ numeric: ["<", 5] }, "4", false),
  ofText({ cidr: "10.0.0.0/24" }, "10.0.0.255", true),
  ofText({ cidr: "10.0.0.0/24" }, "10.0.1.0", false),
  ofText({ cidr: "10.0.0.0/24" }, "host", false),
  ofText({ cidr: "2001:db8::/32" }, "2001:db8::1", true),

  inDetail({ $or: [{ a: ["1"] }, { b: ["2"] }] }, { a: "0", b: "2" }, true),
  inDetail({ $or: [{ a: ["1"] }, { b: ["2"] }] }, { a: "2", b: "1" }, false),
  inDetail({ c: ["3"], $or: [{ a: ["1"] }, { b: ["2"] }] }, { a: "1", b: "2" }, false),
  inDetail(
    {
      $or: [
        { a: ["1"], b: ["1"] },
        { a: ["2"], b: ["2"] },
      ],
    },
    { a: "1", b: "2" },
    false,
  ),
  inDetail({ $or: [{ a: ["1"] }, { $or: [{ b: ["2"] }, { c: ["3"] }] }] }, { c: "3" }, true),
  inDetail({ $or: [{ a: { b: ["1"] } }, { a: { c: ["1"] } }] }, { a: { c: "1" } }, true),

  inDetail({ a: ["2"] }, { a: ["1", "2"] }, true),
  inDetail({ a: ["3"] }, { a: ["1", "2"] }, false),
  inDetail({ a: [{ exists: true }], b: ["1"] }, { a: [], b: "1" }, false),
  inDetail({ a: { k: ["1"], v: ["2"] } }, { a: [{ k: "1" }, { v: "2" }] }, false),
  inDetail({ a: { k: ["1"], v: ["2"] } }, { a: [{ k: "0" }, { k: "1", v: "2" }] }, true),
];

/** What EventBridge refuses. */
export const refused: readonly (readonly [why: string, pattern: unknown])[] = [
  ["a text in place of a list", { source: "aws.ec2" }],
  ["an empty list", { source: [] }],
  ["an empty object", { detail: {} }],
  ["an operator that there is not", { detail: { a: [{ regex: "x" }] } }],
  ["several operators in one", { detail: { a: [{ prefix: "x", suffix: "y" }] } }],
  ["a list in a list", { detail: { a: [["x"]] } }],
  ["an existence that is no yes or no", { detail: { a: [{ exists: "true" }] } }],
  ["a prefix that is no text", { detail: { a: [{ prefix: 1 }] } }],
  ["a comparison that there is not", { detail: { a: [{ numeric: ["~", 1] }] } }],
  ["a range from above to below", { detail: { a: [{ numeric: [">", 5, "<", 1] }] } }],
  ["an exclusion of nothing", { detail: { a: [{ "anything-but": [] }] } }],
  ["an exclusion of things of two kinds", { detail: { a: [{ "anything-but": ["a", 1] }] } }],
  ["an exclusion by existence", { detail: { a: [{ "anything-but": { exists: true } }] } }],
  ["a star after a star", { detail: { a: [{ wildcard: "a**" }] } }],
  ["no block of addresses", { detail: { a: [{ cidr: "10.0.0.0/33" }] } }],
  [
    "a thousand and one combinations",
    { detail: { $or: numbered(7, { $or: numbered(11, { $or: numbered(13) }) }) } },
  ],
];

/** Alternatives that differ in a field. */
function numbered(count: number, inner: object = {}): object[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? { x: ["0"], ...inner } : { x: [`${index}`] },
  );
}
