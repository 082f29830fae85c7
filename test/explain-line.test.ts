import { execFileSync } from "node:child_process";
import { commandOf } from "@tagledger/dashboard/pools/explanation/command";
import { expect, test } from "vitest";

const ABOUT = { pool: "eks-gpu", period: "2026-09", basis: "effective" };

test("a plain name stands as it is", () => {
  expect(commandOf({ ...ABOUT, team: "vision", basis: "list" })).toBe(
    "tagledger explain --period 2026-09 --team=vision --pool=eks-gpu --basis list",
  );
});

test.each(["$(touch /tmp/x)", "it's; rm -rf ~", "a b", "-x", "`id`", "", "two\nlines"])(
  "%j reaches the command as one word",
  (team) => {
    const line = commandOf({ ...ABOUT, team }).replace(/^tagledger/, "printf '%s\\0'");
    const words = execFileSync("sh", ["-c", line], { encoding: "utf8" }).split("\0");
    expect(words[3]).toBe(`--team=${team}`);
  },
);
