import { badInput } from "@tagledger/core/errors";
import { askRelease, type ReleaseAnswer, type ReleaseRequest } from "@tagledger/core/flows/ask-release";
import { findResource } from "@tagledger/core/flows/find-resource";
import { present } from "@tagledger/core/flows/judge-anew";
import { pricesAsRecorded } from "@tagledger/core/flows/prices-as-recorded";
import type { ResourceHistory, ResourceRecord } from "@tagledger/core/ledger/resource";
import { quarantineView } from "@tagledger/core/ledger/view/explained";
import type { Ledger } from "@tagledger/core/ports";
import { Command } from "commander";
import { effects } from "../effects.ts";
import { EXIT } from "../exit.ts";
import { IN_FORCE, inForce, rulesOfLedger } from "../in-force.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { note, print } from "../output.ts";
import { personOf } from "../person.ts";

interface ReleaseOptions {
  readonly all?: boolean;
  readonly by?: string;
  readonly reason?: string;
  readonly config?: string;
  readonly ledger?: string;
  readonly role?: string;
  readonly externalId?: string;
  readonly json?: boolean;
}

/** `tagledger release ARN`: gives back what was quarantined, whatever the tags say. */
export function releaseCommand(): Command {
  return new Command("release")
    .description("give back what was quarantined, whatever its tags say; it is left alone for a day")
    .argument("[arn]", "its ARN, or its id")
    .option("--all", "everything that is quarantined, one after the other")
    .option("--by <name>", "who asks for it (default: the user of this machine)")
    .option("-r, --reason <text>", "why")
    .option("-c, --config <file>", IN_FORCE)
    .addOption(ledgerOption())
    .option("--role <name>", "the role that other accounts let us take on")
    .option("--external-id <id>", "what that role wants to hear")
    .option("--json", "what came of it, for programs")
    .addHelpText("after", "\nExit 3 where something could not be given back now: it is, as soon as it can.")
    .action(release);
}

async function release(named: string | undefined, options: ReleaseOptions): Promise<void> {
  if ((named === undefined) === (options.all !== true)) {
    throw badInput("release: name one resource by its ARN, or all by --all");
  }
  const [by, reason] = [personOf(options.by), options.reason ?? null];
  await withLedger(options.ledger, async ({ ledger, config: filledBy, prices: book }) => {
    const configurations = await inForce(options.config ?? filledBy);
    const histories = named === undefined ? await quarantined(ledger) : [await quarantinedOne(ledger, named)];
    const answers = histories.length === 0 ? [] : await releaseAll(histories);
    if (answers.length === 0) note("nothing is quarantined");
    if (options.json === true) await print(`${JSON.stringify(answers, null, 2)}\n`);
    if (answers.some(({ isReleased }) => !isReleased)) process.exitCode = EXIT.outsideFailure;

    /** One after the other, so that the limit of what may start again is kept. */
    async function releaseAll(all: readonly ResourceHistory[]) {
      const rules = await rulesOfLedger(configurations, ledger);
      const places = all.flatMap(({ incarnations }) => incarnations.slice(-1));
      const ports = await effects(configurations, { ...options, places });
      const answers: Answer[] = [];
      for (const history of all) {
        const prices = pricesAsRecorded(history, book);
        const request = { resource: history.resource, by, reason };
        const answer = answerOf(request, await askRelease({ ...ports, ledger, prices }, rules, request));
        answers.push(answer);
        const { resource, why, quarantine } = answer;
        note(
          why === null
            ? `released ${resource}: ${quarantine.remedy}`
            : `not yet released ${resource}: ${why}`,
        );
      }
      return answers;
    }
  });
}

type Answer = ReturnType<typeof answerOf>;

function answerOf({ resource }: ReleaseRequest, { quarantine, why }: ReleaseAnswer) {
  return { resource, isReleased: why === null, why, quarantine: quarantineView(quarantine) };
}

async function quarantined(ledger: Ledger): Promise<ResourceHistory[]> {
  const names: string[] = [];
  for await (const record of present(ledger)) if (isQuarantined(record)) names.push(record.resource);
  return Promise.all(names.map((name) => ledger.history(name)));
}

/** What is not quarantined needs no way into AWS to be told so. */
async function quarantinedOne(ledger: Ledger, named: string): Promise<ResourceHistory> {
  const history = await findResource(ledger, named);
  const last = history.incarnations.at(-1);
  if (last === undefined || !isQuarantined(last)) {
    throw badInput(`${history.resource}: nothing of it is quarantined`, { resource: history.resource });
  }
  return history;
}

function isQuarantined({ remediation }: ResourceRecord): boolean {
  return remediation?.stage === "quarantined" || remediation?.stage === "quarantining";
}
