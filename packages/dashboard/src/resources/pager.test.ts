import type { ResourceView } from "@tagledger/core/ledger/view/resource";
import type { Verdict } from "@tagledger/core/tags/verdict/judge";
import { expect, test } from "vitest";
import { beginReading, hasMore, type ReadPage, readMore } from "./pager.ts";

const PAGE = 7;

function resource(verdict: Verdict, created: string): ResourceView {
  return {
    resource: `${verdict} ${created}`,
    incarnation: "",
    arn: null,
    id: "",
    type: "ec2:instance",
    account: null,
    region: null,
    created,
    actor: null,
    team: null,
    verdict,
    findings: [],
    fix: null,
    exemption: null,
  };
}

/** Lists of so many resources by verdict, the newest first, read in small pages. */
function lists(counts: Partial<Record<Verdict, number>>) {
  const all = (Object.entries(counts) as [Verdict, number][]).flatMap(([verdict, count], list) =>
    Array.from({ length: count }, (_, index) =>
      resource(verdict, `2026-09-${String(28 - ((index * (list + 2)) % 28)).padStart(2, "0")}`),
    ),
  );
  all.sort((a, b) => (a.created < b.created ? 1 : -1));
  const asked: (string | null)[] = [];
  const read: ReadPage = async (verdict, after) => {
    asked.push(after);
    const list = all.filter((each) => verdict === null || each.verdict === verdict);
    const from = Number(after ?? 0);
    const next = from + PAGE < list.length ? String(from + PAGE) : null;
    return { items: list.slice(from, from + PAGE), next };
  };
  return { all, read, asked };
}

test("several lists are read as one, the newest first, to their end", async () => {
  const { all, read } = lists({ violating: 45, repairable: 12, compliant: 30 });
  let reading = beginReading(["violating", "repairable"]);
  const pages: number[] = [];
  while (hasMore(reading)) {
    reading = await readMore(reading, read);
    pages.push(reading.items.length);
  }
  expect(pages).toEqual([10, 20, 30, 40, 50, 57]);
  const created = reading.items.map((item) => item.created);
  expect(created).toEqual([...created].sort().reverse());
  const wanted = all.filter(({ verdict }) => verdict !== "compliant").map((item) => item.resource);
  expect(reading.items.map((item) => item.resource).sort()).toEqual(wanted.sort());
});

test("a list is read no further than is shown", async () => {
  const { read, asked } = lists({ violating: 200 });
  await readMore(beginReading(["violating"]), read);
  expect(asked).toEqual([null, "7"]);
});

test("without a verdict all are read", async () => {
  const { read } = lists({ violating: 3, compliant: 4 });
  const reading = await readMore(beginReading([]), read);
  expect(reading.items).toHaveLength(7);
  expect(hasMore(reading)).toBe(false);
});

test("a page without items leads to the next", async () => {
  const pages = [
    { items: [], next: "1" },
    { items: [resource("exempt", "2026-09-01")], next: null },
  ];
  const read: ReadPage = async (_, after) => pages[Number(after ?? 0)] ?? { items: [], next: null };
  const reading = await readMore(beginReading(["exempt"]), read);
  expect(reading.items).toHaveLength(1);
});
