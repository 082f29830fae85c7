import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TABLE } from "@tagledger/adapters/aws/remedies/table";
import { typeFacts } from "@tagledger/core/catalog/facts-of-type";
import { expect, test } from "vitest";

const TEXT = readFileSync(join(import.meta.dirname, "../docs/remedies.md"), "utf8");

test("the documentation lists every remedy that can be done, with its class and what to know", () => {
  const done = Object.keys(TABLE).flatMap((type) =>
    typeFacts(type)
      .remedies.filter((remedy) => remedy.class !== "final")
      .map(({ name, class: kind, note }) => ({
        start: `| \`${type}\` | \`${name}\` | ${kind}`,
        end: `| ${note} |`,
      })),
  );
  const lines = TEXT.split("\n").filter((line) => /^\| `.*:.*` \| `/.test(line));
  const missing = done.filter(
    ({ start, end }) => !lines.some((line) => line.startsWith(start) && line.endsWith(end)),
  );
  expect(missing).toEqual([]);
  expect(lines).toHaveLength(done.length);
});
