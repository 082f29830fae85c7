import { parsePeriod } from "@tagledger/core/costs/period";
import { badInput, TagledgerError } from "@tagledger/core/errors";
import type { LetterPorts, MailRequest } from "@tagledger/core/flows/mail/ports";
import { type Mailed, mailMonth } from "@tagledger/core/flows/mail-month";
import { visible } from "@tagledger/core/text/visible";
import { Command } from "commander";
import { compose } from "../compose.ts";
import { configToLook, IN_FORCE, inForce } from "../in-force.ts";
import { lastEnded, lastMade } from "../mail/last-month.ts";
import { mailedText } from "../mail/mailed-text.ts";
import { type Written, writeLetters } from "../mail/write-letters.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { note, print } from "../output.ts";

interface EmailOptions {
  readonly ledger?: string;
  readonly config?: string;
  readonly team?: readonly string[];
  readonly dryRun?: boolean;
  readonly out?: string;
  readonly configurationSet?: string;
  readonly unchanged?: boolean;
  readonly json?: boolean;
}

/** Where letters are written that are not sent. */
const FOLDER = "mails";

/** `tagledger email [PERIOD]`: mails each team what it bears of a month, and the platform what all do. */
export function emailCommand(): Command {
  return new Command("email")
    .description(
      "mail each team what it bears of a month, from the snapshot that is read, and all to the platform",
    )
    .argument(
      "[period]",
      "a month, as 2026-09 (default: the one that ended last; with --dry-run, the last that was divided)",
    )
    .addOption(ledgerOption())
    .option(
      "-c, --config <file>",
      `${IN_FORCE}; with --dry-run as npm start reads it, the sample's for its ledger`,
    )
    .option("-t, --team <team...>", "only these teams, and nothing to the platform")
    .option("--dry-run", "send nothing: write the mails as files, and print to whom they would go")
    .option("-o, --out <folder>", `where --dry-run writes mails (default: ${FOLDER})`)
    .option("--unchanged", "mail a new snapshot even to whom it says what the last one said")
    .option("--configuration-set <name>", "the configuration set of SES, which has bounces told")
    .option("--json", "what became of each mail, for programs")
    .addHelpText("after", "\nExits with 3 where a mail was not taken; the next run tries it again.")
    .action(mailOne);
}

async function mailOne(period: string | undefined, options: EmailOptions): Promise<void> {
  if (options.out !== undefined && options.dryRun !== true)
    throw badInput("--out: mails are only written with --dry-run");
  const isDry = options.dryRun === true;
  // Mail that is sent goes by rules that somebody chose, and that are read before anything is opened.
  const chosen = isDry ? null : (await (await inForce(options.config)).current()).config;
  const named = period === undefined ? null : parsePeriod(period).name;
  await withLedger(options.ledger, async (opened) => {
    const config = chosen ?? (await configToLook(options.config ?? opened.config));
    const { snapshots, bills, ledger, mail } = opened;
    const ports = { snapshots, bills, ledger, mail, hash: compose().hash, clock: Date.now };
    const now = Date.now();
    const last = isDry ? await lastMade(opened, now) : lastEnded(now);
    const request: MailRequest = {
      period: named ?? last,
      config,
      teams: options.team,
      unchanged: options.unchanged,
    };
    if (isDry) await writeAll(ports, request, options);
    else await sendAll(ports, request, options);
  });
}

async function writeAll(
  ports: LetterPorts,
  request: MailRequest,
  { out, json }: EmailOptions,
): Promise<void> {
  const all: Written[] = [];
  for await (const written of writeLetters(ports, request, out ?? FOLDER)) {
    all.push(written);
    const { team, to, file } = written;
    const none = `nobody, as ${team === null ? "notify.fallback.email names no" : "it has no"} address`;
    const whom = to.length === 0 ? none : to.map(visible).join(", ");
    if (json !== true) await print(`${visible(team ?? "the platform")}: to ${whom}: ${file}\n`);
  }
  if (json === true) await print(`${JSON.stringify(all, null, 2)}\n`);
  note("Nothing was sent.");
}

async function sendAll(ports: LetterPorts, request: MailRequest, options: EmailOptions): Promise<void> {
  const { openLetters } = await import("@tagledger/adapters/aws/open-letters");
  const mailer = openLetters(options.configurationSet ?? null);
  const all: Mailed[] = [];
  for await (const mailed of mailMonth({ ...ports, mailer }, request)) {
    all.push(mailed);
    if (options.json !== true) await print(`${mailedText(mailed)}\n`);
  }
  if (options.json === true) await print(`${JSON.stringify(all, null, 2)}\n`);
  const failed = all.filter(({ outcome }) => outcome === "failed");
  if (failed.length > 0)
    throw new TagledgerError("outside-failure", `${failed.length} of ${all.length} mails were not taken`);
}
