import type { Letter } from "@tagledger/core/ports/mail";
import { statementCsv, summaryCsv } from "@tagledger/core/reports/mail/csv";
import { visible } from "@tagledger/core/text/visible";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { nodeHash } from "../node/hash.ts";
import { pageHtml } from "./html/page-html.ts";
import { statementPage } from "./page/statement-page.ts";
import { summaryPage } from "./page/summary-page.ts";
import { pageText } from "./page-text.ts";

const ID = 32;

/**
 * A letter as a mail of RFC 5322 and MIME: text, HTML and CSV. The same letter is the same bytes, and mails about one
 * month to one team stand together.
 *
 * @example (await composeMail(letter)).toString() // "Content-Type: multipart/mixed; boundary=…"
 */
export async function composeMail({ id, at, from, to, content }: Letter): Promise<Buffer> {
  const page = content.kind === "statement" ? statementPage(content) : summaryPage(content);
  const csv = content.kind === "statement" ? statementCsv(content) : summaryCsv(content);
  const domain = domainOf(from);
  const team = content.kind === "statement" ? content.team : null;
  const thread = nodeHash.sha256(JSON.stringify([content.period, team])).slice(0, ID);
  const composer = new MailComposer({
    from: plain(from),
    to: to.map(plain),
    subject: visible(page.subject),
    date: new Date(at),
    messageId: `<${id.slice(0, ID)}@${domain}>`,
    references: `<${thread}@${domain}>`,
    headers: { "Auto-Submitted": "auto-generated", "X-Tagledger-Snapshot": visible(content.snapshot) },
    text: pageText(page),
    html: pageHtml(page),
    textEncoding: "quoted-printable",
    attachments: [
      {
        filename: `${content.period}-${fileName(team)}.csv`,
        contentType: "text/csv; charset=utf-8",
        content: csv,
      },
    ],
    // Nothing that a name says is ever fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
    // Known to the composer, though not to its types.
    ...{ newline: "windows", baseBoundary: id.slice(0, ID) },
  });
  return await composer.compile().build();
}

/** An address and nothing else, so that none of it is taken for a name or for another address. */
function plain(address: string): { readonly name: string; readonly address: string } {
  return { name: "", address };
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).replace(/[^A-Za-z0-9.-]/g, "") || "tagledger";
}

/** A team as the name of a file in any system. */
function fileName(team: string | null): string {
  if (team === null) return "all-teams";
  const safe = team
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/^[-.]+/, "")
    .slice(0, 60);
  return safe === "" ? "team" : safe;
}
