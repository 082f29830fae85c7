import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { buildProgram } from "@tagledger/cli/program";
import { describe, expect, test } from "vitest";
import { wrongIn } from "./operations/aws-command.ts";
import { anchorsIn, commandsIn, GUIDE, pages } from "./operations/guide.ts";

const PAGES = pages().map((page) => [relative(GUIDE, page.file), page] as const);

test("the index leads to every page", () => {
  const index = readFileSync(join(GUIDE, "README.md"), "utf8");
  const missing = PAGES.map(([name]) => name).filter(
    (name) => name !== "README.md" && !index.includes(`](${name}`),
  );
  expect(missing).toEqual([]);
});

describe.each(PAGES)("%s", (_, page) => {
  test("leads to pages and headings that are there", () => {
    const links = [...page.text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
    const broken = links.flatMap(([link, path = "", anchor]) => {
      const file = path === "" ? page.file : join(dirname(page.file), path);
      if (!existsSync(file)) return [link];
      return anchor === undefined || anchorsIn(readFileSync(file, "utf8")).includes(anchor) ? [] : [link];
    });
    expect(broken).toEqual([]);
  });

  test("names commands and options that tagledger has", () => {
    const lines = commandsIn(page, /^(?:npx )?tagledger [a-z]/);
    expect(lines.flatMap((line) => wrongOfOurs(line) ?? [])).toEqual([]);
  });

  test("names calls of AWS and parameters that their services have", () => {
    expect(commandsIn(page, /^aws /).flatMap((line) => wrongIn(line) ?? [])).toEqual([]);
  });
});

test("a call that its service does not have is found, and so is a parameter", () => {
  expect(wrongIn("aws sqs send-messages")).toBe("sqs has no SendMessages");
  expect(wrongIn("aws sqs list-queues --queue-prefix x")).toBe("ListQueues has no QueuePrefix");
  expect(wrongOfOurs("npx tagledger release --everything")).toBe("release has no --everything");
});

type Command = ReturnType<typeof buildProgram>;

/** What is wrong with a line of our own command; null where it is right. */
function wrongOfOurs(line: string): string | null {
  const words = line.replace(/^npx /, "").split(/\s+/).slice(1);
  let command: Command = buildProgram();
  while (words[0] !== undefined && /^[a-z]+$/.test(words[0]) && command.commands.length > 0) {
    const [name] = words;
    const found = command.commands.find((each) => each.name() === name);
    if (found === undefined) return `there is no ${name}`;
    command = found;
    words.shift();
  }
  const unknown = words
    .filter((word) => word.startsWith("--"))
    .find((word) => !command.options.some(({ long }) => long === word));
  return unknown === undefined ? null : `${command.name()} has no ${unknown}`;
}
