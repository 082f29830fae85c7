import { readdirSync, readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { makeFolder } from "../testing/folder.ts";
import { emailChannel } from "./email.ts";
import { fileMailer } from "./files.ts";
import { makeRendered } from "./testing/make-rendered.ts";

const folder = makeFolder();
afterEach(() => folder.remove());

test("mails are files with a head, and a body that is read as it was written", async () => {
  const place = folder.at("mails/out");
  const channel = emailChannel({ from: "finops@example.com", mailer: fileMailer(place) });
  const subject = `Tagledger: ${"größer ".repeat(20)}`;
  const rendered = { ...makeRendered(), subject };
  await channel.send(rendered, ["ann@example.com", "bob@example.com"]);
  await channel.send(rendered, ["ann@example.com", "bob@example.com"]);
  const [name = "", ...others] = readdirSync(place);
  expect(others).toEqual([]);
  expect(name).toMatch(/^20260901T120000Z-[0-9a-f]{12}\.eml$/);
  const [head = "", body = ""] = readFileSync(`${place}/${name}`, "utf8").split("\r\n\r\n");
  expect(head).toContain(
    "From: finops@example.com\r\nTo: ann@example.com,\r\n bob@example.com\r\nSubject: =?utf-8?B?",
  );
  expect(head).toContain("Date: Tue, 01 Sep 2026 12:00:00 +0000\r\n");
  expect(Buffer.from(body, "base64").toString()).toBe(rendered.text.replaceAll("\n", "\r\n"));
  const words = [...head.matchAll(/=\?utf-8\?B\?([^?]*)\?=/g)].map(([, word = ""]) => word);
  expect(words.map((word) => Buffer.from(word, "base64").toString()).join("")).toBe(subject);
  for (const line of `${head}\r\n${body}`.split("\r\n")) expect(line.length).toBeLessThanOrEqual(76 + 10);
});
