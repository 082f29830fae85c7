import { CreateEmailIdentityCommand, SESv2Client } from "@aws-sdk/client-sesv2";
import { pageHtml } from "@tagledger/adapters/mail/html/page-html";
import { statementPage } from "@tagledger/adapters/mail/page/statement-page";
import { summaryPage } from "@tagledger/adapters/mail/page/summary-page";
import { pageText } from "@tagledger/adapters/mail/page-text";
import { sesLetters } from "@tagledger/adapters/mail/ses";
import type { Letter } from "@tagledger/core/ports/mail";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fraudLetter, HOSTILE, hostileLetter, platformLetter } from "../mail/letters.ts";
import { reaching } from "./local/event-bus.ts";
import { type Ministack, startMinistack } from "./local/ministack.ts";

let emulator: Ministack;
let ses: SESv2Client;
beforeAll(async () => {
  emulator = await startMinistack();
  ses = new SESv2Client(reaching(emulator.endpoint));
  await ses.send(new CreateEmailIdentityCommand({ EmailIdentity: "example.com" }));
});
afterAll(() => emulator.stop());

/** A mail as the emulator, which reads MIME by a library of its own, shows it. */
interface Shown {
  readonly Source: string;
  readonly To: readonly string[];
  readonly Subject: string;
  readonly BodyText: string;
  readonly BodyHtml: string;
}

async function lastSent(): Promise<Shown | undefined> {
  const answer = await fetch(`${emulator.endpoint}/_ministack/ses/messages`);
  const { messages } = (await answer.json()) as {
    readonly messages: Readonly<Record<string, readonly Shown[]>>;
  };
  return Object.values(messages).flat().at(-1);
}

const LETTERS: Readonly<Record<string, () => Promise<Letter>>> = {
  "to a team": fraudLetter,
  "to the platform": platformLetter,
  "full of markup": () => hostileLetter(HOSTILE[1]),
  "whose team would be a header": () => hostileLetter(HOSTILE[2]),
  "in many scripts": () => hostileLetter(HOSTILE[7]),
};

test.each(Object.keys(LETTERS))("a mail %s stands in the outbox of SES as it was written", async (name) => {
  const letter = await LETTERS[name]?.();
  if (letter === undefined) throw new Error("there is such a letter");
  await sesLetters(ses, { configurationSet: null }).send(letter);
  const { content } = letter;
  const page = content.kind === "statement" ? statementPage(content) : summaryPage(content);
  const sent = await lastSent();
  expect(sent).toMatchObject({ Source: letter.from, To: letter.to, Subject: page.subject });
  expect(lines(sent?.BodyText)).toEqual(lines(pageText(page)));
  expect(lines(sent?.BodyHtml)).toEqual(lines(pageHtml(page)));
});

/** Lines, however they end. */
function lines(text = ""): readonly string[] {
  return text.trimEnd().split(/\r?\n/);
}
