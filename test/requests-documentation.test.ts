import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildProgram } from "@tagledger/cli/program";
import { defaultConfig } from "@tagledger/core/config/load";
import { expect, test } from "vitest";

const PAGE = join(import.meta.dirname, "../docs/requests.md");
const text = readFileSync(PAGE, "utf8");

test("the page about requests leads to pages that are there", () => {
  const paths = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => path);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !existsSync(join(dirname(PAGE), path)))).toEqual([]);
});

test("the page about requests names exactly the options that its commands have", () => {
  const commands = new Map(buildProgram().commands.map((command) => [command.name(), command]));
  const lines = [...text.matchAll(/^tagledger ([a-z-]+) (.*)$/gm)];
  expect(lines.map(([, name]) => name)).toEqual([
    "request-exemption",
    "request-release",
    "requests",
    "decide",
    "upload",
  ]);
  for (const [, name = "", rest = ""] of lines) {
    const options = commands.get(name)?.options.map(({ long }) => long) ?? [];
    expect([...options].sort(), name).toEqual((rest.match(/--[a-z-]+/g) ?? []).sort());
  }
});

test("the page about requests shows what holds where nothing is said", () => {
  const { days, ownApproval } = defaultConfig().enforcement.requests;
  expect(text).toContain(`requests: { days: ${days}, ownApproval: ${ownApproval} }`);
});
