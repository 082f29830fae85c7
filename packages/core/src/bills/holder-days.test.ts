import { expect, test } from "vitest";
import type { Destination } from "../costs/attribution/destination.ts";
import { NO_LEAF } from "../costs/leaf.ts";
import { parseAmount } from "../costs/money.ts";
import { holderDays } from "./holder-days.ts";
import type { PlacedDay } from "./placed.ts";

const of = (team: string, project: string | null = null): Destination => {
  return { kind: "direct", leaf: { ...NO_LEAF, team, project } };
};
const nobodys = (value: string): Destination => {
  return { kind: "unallocated", reason: "invalid-team", value, leaf: NO_LEAF };
};

const DESTINATIONS = [
  { kind: "pool", pool: "gpu" },
  of("nlp"),
  of("nlp", "chat"),
  nobodys("a"),
  nobodys("b"),
  null,
] as const;

function row(destination: number, day: number, amount: string, service = "AmazonEC2"): PlacedDay {
  const value = parseAmount(amount);
  return {
    destination,
    day,
    service,
    account: "1",
    lines: 1,
    amounts: { effective: value, billed: 2n * value },
  };
}

async function gathered(
  rows: readonly PlacedDay[],
  followed: Parameters<typeof holderDays>[1]["followed"] = {},
) {
  const days = [];
  const input = { destinations: DESTINATIONS, bases: ["effective", "billed"] as const, followed };
  for await (const day of holderDays(inOne(rows), input)) days.push(day);
  return days;
}

async function* inOne(rows: readonly PlacedDay[]): AsyncIterable<readonly PlacedDay[]> {
  yield rows;
}

test("charges stand on the days of their holders, leaves and services kept apart", async () => {
  const days = await gathered([
    row(1, 2, "1", "AmazonS3"),
    row(1, 1, "2"),
    row(2, 1, "4"),
    row(2, 1, "8"),
    row(2, 1, "16", "AmazonECR"),
  ]);
  expect(days).toMatchObject([
    {
      holder: { kind: "team", name: "nlp" },
      day: 1,
      cells: [
        { leaf: { project: null }, service: "AmazonEC2", account: "1", lines: 1, amount: parseAmount("2") },
        { leaf: { project: "chat" }, service: "AmazonEC2", lines: 2, amount: parseAmount("12") },
        { leaf: { project: "chat" }, service: "AmazonECR", lines: 1, amount: parseAmount("16") },
      ],
      totals: { effective: parseAmount("30"), billed: parseAmount("60") },
    },
    { day: 2, cells: [{ service: "AmazonS3" }] },
  ]);
});

test("what nobody owns stands together, whatever the reason", async () => {
  const days = await gathered([row(3, 1, "1"), row(4, 1, "2")]);
  expect(days).toMatchObject([
    { holder: { kind: "unallocated" }, cells: [{ lines: 2, amount: parseAmount("3") }] },
  ]);
});

test("what followed others stands on day 0 of those that it followed, also where they have no other", async () => {
  const followed = [
    {
      destination: of("vision"),
      index: 9,
      kind: "tax" as const,
      account: "1",
      service: "",
      amount: parseAmount("0.5"),
    },
    {
      destination: of("nlp"),
      index: 1,
      kind: "tax" as const,
      account: "",
      service: "AmazonEC2",
      amount: parseAmount("0.25"),
    },
    {
      destination: { kind: "pool", pool: "a" } as const,
      index: 8,
      kind: "tax" as const,
      account: "",
      service: "",
      amount: 1n,
    },
  ];
  const days = await gathered([row(1, 3, "1"), row(5, 3, "100")], {
    effective: followed,
    billed: followed.slice(0, 1),
  });
  expect(days.map(({ holder, day, totals }) => ({ ...holder, day, ...totals }))).toEqual([
    { kind: "pool", name: "a", day: 0, effective: 1n, billed: 0n },
    { kind: "team", name: "nlp", day: 0, effective: parseAmount("0.25"), billed: 0n },
    { kind: "team", name: "nlp", day: 3, effective: parseAmount("1"), billed: parseAmount("2") },
    { kind: "team", name: "vision", day: 0, effective: parseAmount("0.5"), billed: parseAmount("0.5") },
  ]);
  expect(days[1]?.cells).toEqual([
    {
      leaf: { ...NO_LEAF, team: "nlp" },
      service: "AmazonEC2",
      account: "",
      lines: 0,
      amount: parseAmount("0.25"),
    },
  ]);
});

test("lines that cost nothing are kept, for reports show them", async () => {
  expect(await gathered([row(1, 1, "0")])).toMatchObject([{ day: 1, cells: [{ lines: 1, amount: 0n }] }]);
});

test("rows that are not ordered by destination are refused, and so are destinations there are not", async () => {
  await expect(gathered([row(1, 1, "1"), row(0, 1, "1")])).rejects.toThrow("ordered by destination");
  await expect(gathered([row(17, 1, "1")])).rejects.toThrow("no destination 17");
});
