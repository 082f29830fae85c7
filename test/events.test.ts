import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EVENT_TYPES } from "@tagledger/core/events/event-types";
import { eventSchema } from "@tagledger/core/events/json-schema";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { documented } from "./events/documentation.ts";

const DOCS = join(import.meta.dirname, "../docs/events");
const README = join(DOCS, "README.md");

test.each(EVENT_TYPES)("the schema of $name is the one that is documented", async (type) => {
  const text = `${JSON.stringify(eventSchema(type), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(join(DOCS, `${type.name}.schema.json`));
});

test("the documentation shows each event as it is", async () => {
  const [introduction = ""] = readFileSync(README, "utf8").split(/^## Resource/m);
  const text = [introduction.trimEnd(), ...EVENT_TYPES.map(documented)].join("\n\n");
  await expect(`${text}\n`).toMatchFileSnapshot(README);
});

test.each(EVENT_TYPES)(
  "the example of $name is as its schema says, and holds nothing besides",
  ({ name, detail, example }) => {
    const asSent: unknown = JSON.parse(JSON.stringify(example.detail));
    expect(example.type).toBe(name);
    expect(z.parse(detail, asSent)).toEqual(asSent);
  },
);

test.each(EVENT_TYPES)(
  "an event that lacks something is not what the schema of $name says",
  ({ detail, example }) => {
    for (const member of Object.keys(example.detail)) {
      const { [member]: _, ...lacking } = example.detail;
      expect(z.safeParse(detail, lacking).success, member).toBe(false);
    }
  },
);
