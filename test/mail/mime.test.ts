import { spawnSync } from "node:child_process";
import { composeMail } from "@tagledger/adapters/mail/compose";
import { formatAmount, parseAmount, sum } from "@tagledger/core/costs/money";
import type { Letter } from "@tagledger/core/ports/mail";
import { figure } from "@tagledger/core/reports/render/wording/figure";
import { parse } from "csv-parse/sync";
import PostalMime, { type Email } from "postal-mime";
import { describe, expect, test } from "vitest";
import { fraudLetter, HOSTILE, hostileLetter, letterOf, platformLetter } from "./letters.ts";

/** Gmail cuts what is longer. */
const GMAIL = 102_000;

async function read(letter: Letter): Promise<{ mail: Email; raw: string; csv: string }> {
  const bytes = await composeMail(letter);
  const mail = await PostalMime.parse(bytes);
  const content = mail.attachments[0]?.content;
  const csv = typeof content === "string" ? content : new TextDecoder().decode(content);
  return { mail, raw: bytes.toString("utf8"), csv };
}

/** Amounts with all their digits, as HTML holds them. */
function exactIn(html: string): string[] {
  return [...html.matchAll(/ title="([^"]*)"/g)].map(([, title = ""]) => title);
}

describe("the mail to a team", () => {
  test("reads back with its head, text, HTML and CSV", async () => {
    const letter = await fraudLetter();
    const { mail, raw } = await read(letter);
    expect(mail.from?.address).toBe("finops@example.com");
    expect(mail.to?.map(({ address }) => address)).toEqual(["lead@example.com"]);
    expect(mail.subject).toMatch(/^fraud, September 2026: [\d,]+\.\d\d USD \(\+[\d.]+%\), draft$/);
    expect(mail.messageId).toBe(`<${letter.id.slice(0, 32)}@example.com>`);
    expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      ["2026-09-fraud.csv", "text/csv"],
    ]);
    expect(raw).not.toMatch(/[^\r]\n/);
    for (const line of raw.split("\r\n")) expect(line.length).toBeLessThan(998);
    expect(mail.text).toContain("DRAFT");
    expect(mail.html).toContain("Draft");
  });

  test("has the amounts of the snapshot in all its parts, digit for digit", async () => {
    const letter = await fraudLetter();
    const { content } = letter;
    if (content.kind !== "statement") throw new Error("it is to a team");
    const { mail, csv } = await read(letter);
    const exact = exactIn(mail.html ?? "");
    const { bridge } = content.before ?? { bridge: { price: 0n, volume: 0n, method: 0n } };
    const all = [
      content.total,
      content.direct,
      content.shared,
      ...Object.values(bridge),
      ...content.pools.map(({ amount }) => amount),
      ...content.movers.map(({ difference }) => difference),
    ];
    for (const amount of all) {
      expect(exact).toContain(formatAmount(amount));
      expect(mail.html).toContain(figure(amount, "USD"));
      expect(mail.text).toContain(figure(amount, "USD"));
    }
    expect(mail.text).toContain(`exactly ${formatAmount(content.total)} USD`);
    const rows = parse(csv, { columns: true }) as { amount: string }[];
    expect(sum(rows.map(({ amount }) => parseAmount(amount)))).toBe(content.total);
  });

  test("is the same bytes whenever it is written", async () => {
    const letter = await fraudLetter();
    expect(await composeMail(letter)).toEqual(await composeMail(letter));
  });

  test("needs nothing from anywhere, and no script", async () => {
    const html = (await read(await fraudLetter())).mail.html ?? "";
    expect(html).not.toMatch(/<(img|script|link|iframe|object|form)\b/i);
    expect(html.match(/(src|url)\s*[=(]/gi)).toBeNull();
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      "https://costs.example.com/?period=2026-09&amp;team=fraud",
    ]);
  });
});

test("the mail to the platform has every team, what is nobody's and what is wrong about mail", async () => {
  const trouble = [
    { kind: "no-address", team: "nlp" },
    { kind: "bounced", team: "vision", address: "gone@example.com", at: 0, why: "550 no such user" },
    { kind: "failed", team: "fraud", why: "throttled" },
  ] as const;
  const letter = await platformLetter(trouble);
  const { mail, csv } = await read(letter);
  const { content } = letter;
  if (content.kind !== "summary") throw new Error("it is to the platform");
  for (const { team, total } of content.teams) {
    expect(mail.text).toContain(team);
    expect(exactIn(mail.html ?? "")).toContain(formatAmount(total));
  }
  for (const told of ["gone@example.com", "550 no such user", "throttled", "invalid-team: nobody"]) {
    expect(mail.text).toContain(told);
    expect(mail.html).toContain(told);
  }
  const rows = parse(csv, { columns: true }) as { amount: string }[];
  expect(sum(rows.map(({ amount }) => parseAmount(amount)))).toBe(content.totals.bill);
});

describe.each(HOSTILE)("a team that is called %j", (name) => {
  test("is text in the head, in HTML and in CSV, and in a mail that nobody cuts", async () => {
    const letter = await hostileLetter(name);
    const { mail, csv, raw } = await read(letter);
    const head = raw.slice(0, raw.indexOf("\r\n\r\n"));
    expect(head).not.toMatch(/^Bcc:/im);
    expect(mail.bcc).toBeUndefined();
    expect(mail.subject?.split("\n")).toHaveLength(1);
    const html = mail.html ?? "";
    expect(html).not.toMatch(/<script|<img|\u202e/i);
    expect(Buffer.byteLength(html)).toBeLessThan(GMAIL);
    const rows = parse(csv, { columns: true, relax_quotes: false }) as Record<string, string>[];
    for (const row of rows) {
      const { amount = "", ...names } = row;
      expect(amount).toMatch(/^-?\d+(\.\d+)?$/);
      for (const each of Object.values(names)) expect(each).not.toMatch(/^\s*[=+\-@]/);
    }
    const total = letter.content.kind === "statement" ? letter.content.total : 0n;
    expect(sum(rows.map(({ amount = "" }) => parseAmount(amount)))).toBe(total);
  });
});

test("an address that holds another is one address", async () => {
  const { mail } = await read(letterOf((await fraudLetter()).content, ["a@example.com", "b@example.com"]));
  expect(mail.to?.map(({ address }) => address)).toEqual(["a@example.com", "b@example.com"]);
});

const PYTHON = `
import sys, email, json
from email import policy
m = email.message_from_binary_file(sys.stdin.buffer, policy=policy.default)
part = lambda kind: m.get_body(preferencelist=(kind,)).get_content()
print(json.dumps({"subject": m["subject"], "to": m["to"], "defects": [str(d) for p in m.walk() for d in p.defects],
  "plain": part("plain"), "html": part("html"),
  "files": [[a.get_filename(), a.get_content()] for a in m.iter_attachments()]}))
`;
const hasPython = spawnSync("python3", ["-c", "import email"]).status === 0;

test.skipIf(!hasPython)("Python's own reader finds no defect, and the same parts", async () => {
  for (const letter of [await fraudLetter(), await platformLetter(), await hostileLetter(HOSTILE[7])]) {
    const bytes = await composeMail(letter);
    const { stdout, stderr } = spawnSync("python3", ["-c", PYTHON], { input: bytes, maxBuffer: 1e8 });
    const found = JSON.parse(stdout.toString() || JSON.stringify({ failed: stderr.toString() }));
    const { mail, csv } = await read(letter);
    expect(found).toMatchObject({ defects: [], subject: mail.subject });
    const lines = (text: string) => text.replaceAll("\r\n", "\n").trimEnd();
    expect(lines(found.plain)).toBe(lines(mail.text ?? ""));
    expect(lines(found.html)).toBe(lines(mail.html ?? ""));
    expect(lines(found.files[0][1])).toBe(lines(csv));
  }
});
