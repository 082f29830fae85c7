import fc from "fast-check";
import type { BillLine, UseLine } from "./month.ts";

/** Names that are formulas, markup, separators, paths, or what another name becomes when it is made harmless. */
const NAMES = [
  "=1+1",
  "'=1+1",
  "+cmd|' /C calc'!A0",
  "@SUM(A1)",
  "-2",
  '=HYPERLINK("http://evil.example")',
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  'say "so", he said',
  "two\nlines\r\nor three",
  "a/b",
  "%2F",
  "ä",
  "a,b;c\td",
  "fraud\r\nBcc: everybody@example.com",
  "größe 推薦 \u202eevil",
  "__proto__",
  "constructor",
  "null",
  "team=x&basis=list",
] as const;

/** Amounts that floats and rounding get wrong. */
const AMOUNTS = [
  "0.000000000000000000000001",
  "-0.000000000000000000000003",
  "123456789012.123456789012345678901234",
  "-98765.4321012345",
  "0.1",
  "0.2",
  "1e-7",
  "33.333333333333333333333333",
  "-10",
  "0",
] as const;

const SERVICES = ["AmazonEC2", "AmazonEKS", "AmazonECR", "=Support", "AmazonS3", "Elsewhere, Inc."] as const;

/** Every name and every amount once and more, on every service. */
export const cruelMonth: { readonly lines: readonly BillLine[]; readonly use: readonly UseLine[] } = {
  lines: NAMES.flatMap((team, index) =>
    SERVICES.map((service, at): BillLine => {
      const amount = AMOUNTS[(index + at * 3) % AMOUNTS.length] ?? "1";
      const other = NAMES[(index * 7 + at) % NAMES.length] ?? team;
      const category = at === 4 && index % 5 === 0 ? "Credit" : at === 0 && index % 6 === 0 ? "Tax" : "Usage";
      const isShared = at === 1 || at === 2 || at === 3;
      return {
        ...{ service, category, day: ((index * 5 + at) % 30) + 1, effective: amount },
        billed: AMOUNTS[(index + at) % AMOUNTS.length] ?? "1",
        tags: isShared ? {} : { "ml-team": team, "ml-project": other, "ml-experiment-id": `exp-${other}` },
      };
    }),
  ),
  use: [
    ...NAMES.slice(0, 12).map((team, index) => ({ team, hours: `${index + 1}.${"3".repeat(index + 1)}` })),
    { team: "capacity", hours: "1000" },
  ],
};

const name = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.string({ minLength: 1, maxLength: 12, unit: "binary" }).filter(isName),
);
const amount = fc.oneof(
  fc.constantFrom(...AMOUNTS),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }), fc.stringMatching(/^\d{1,24}$/))
    .map(([whole, places]) => `${whole}.${places}`),
);

const line: fc.Arbitrary<BillLine> = fc.record({
  service: fc.constantFrom(...SERVICES),
  category: fc.constantFrom("Usage", "Usage", "Usage", "Credit", "Tax"),
  day: fc.integer({ min: 1, max: 30 }),
  effective: amount,
  billed: amount,
  tags: fc.oneof(
    fc.constant({}),
    fc.record({ "ml-team": name }, { requiredKeys: [] }),
    fc.record({
      ...{ "ml-team": name, "ml-project": name, "ml-environment": name, "ml-workload-type": name },
    }),
  ),
});

/** Months of few lines; who used the cluster is on the bill. */
export const months = fc.array(line, { minLength: 5, maxLength: 40 }).chain((lines) => {
  const teams = [...new Set(lines.flatMap(({ tags }) => tags["ml-team"] ?? []))].slice(0, 6);
  const hours = fc.integer({ min: 0, max: 9999 }).map((count) => `${count}.25`);
  return fc.record({
    lines: fc.constant(lines),
    use: fc.tuple(...teams.map((team) => hours.map((each) => ({ team, hours: each })))),
  });
});

/** What a name may be in a file of usage too: no consumer that is none, and nothing that is cut off. */
function isName(text: string): boolean {
  return (
    !text.includes("\u0000") &&
    !text.includes("\ufeff") &&
    text.trim() === text &&
    text !== "" &&
    !/\p{Cs}/u.test(text) &&
    !/^(pool:|unowned:|capacity$)/.test(text)
  );
}
