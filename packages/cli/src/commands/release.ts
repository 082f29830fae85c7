import { badInput } from "@tagledger/core/errors";
import { findResource } from "@tagledger/core/flows/find-resource";
import { pricesAsRecorded } from "@tagledger/core/flows/prices-as-recorded";
import { type ReleasedOne, releaseAll } from "@tagledger/core/flows/release-all";
import type { Rules } from "@tagledger/core/flows/rules";
import {
  standingQuarantines,
  standsQuarantined,
  unwantedIn,
} from "@tagledger/core/flows/standing-quarantines";
import type { ResourceHistory } from "@tagledger/core/ledger/resource";
import { quarantineView } from "@tagledger/core/ledger/view/explained";
import type { Ledger } from "@tagledger/core/ports";
import { visible } from "@tagledger/core/text/visible";
import { Command } from "commander";
import { effects } from "../effects.ts";
import { EXIT } from "../exit.ts";
import { IN_FORCE, inForce, rulesOfLedger } from "../in-force.ts";
import { ledgerOption, withLedger } from "../named-ledger.ts";
import { note, print } from "../output.ts";
import { personOf } from "../person.ts";

interface ReleaseOptions {
  readonly all?: boolean;
  readonly unwanted?: boolean;
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
    .option("--unwanted", "everything that is quarantined though no rule wants that any more")
    .option("--by <name>", "who asks for it (default: the user of this machine)")
    .option("-r, --reason <text>", "why")
    .option("-c, --config <file>", IN_FORCE)
    .addOption(ledgerOption())
    .option("--role <name>", "the role that other accounts let us take on")
    .option("--external-id <id>", "what that role wants to hear")
    .option("--json", "what came of it, for programs")
    .addHelpText(
      "after",
      `
Exit 0 where nothing of it is quarantined any more; 1 where the rest waits for the limit on what may start
again within an hour; 3 where something could not be given back. What was asked for is given back as soon as it
can be, by the deployment or by asking again.`,
    )
    .action(release);
}

async function release(named: string | undefined, options: ReleaseOptions): Promise<void> {
  const chosen = [named !== undefined, options.all === true, options.unwanted === true];
  if (chosen.filter(Boolean).length !== 1) {
    throw badInput("release: name one resource by its ARN, or all by --all, or some by --unwanted");
  }
  const [by, reason] = [personOf(options.by), options.reason ?? null];
  await withLedger(options.ledger, async ({ ledger, config: filledBy, prices: book }) => {
    const configurations = await inForce(options.config ?? filledBy);
    const rules = await rulesOfLedger(configurations, ledger);
    const only = named === undefined ? null : await quarantinedOne(ledger, named);
    const find = async () => (only === null ? several(ledger, rules, options) : standing(ledger, only));
    const portsFor = async (histories: readonly ResourceHistory[]) => {
      const places = histories.flatMap(({ incarnations }) => incarnations.slice(-1));
      const ports = await effects(configurations, { ...options, places });
      return (history: ResourceHistory) => ({ ...ports, ledger, prices: pricesAsRecorded(history, book) });
    };
    const answers: ReleasedOne[] = [];
    for await (const answer of releaseAll(rules, { find, portsFor, by, reason })) {
      answers.push(answer);
      note(answerLine(answer));
    }
    if (options.json === true) await print(`${JSON.stringify(answers.map(answerView), null, 2)}\n`);
    const left = new Set((await find()).map(({ resource }) => resource));
    const waiting = answers.filter(({ resource, isLimited }) => isLimited && left.has(resource)).length;
    for (const line of endLines({ left: left.size, waiting }, options)) note(line);
    if (left.size > 0) process.exitCode = waiting === left.size ? EXIT.findings : EXIT.outsideFailure;
  });
}

async function several(
  ledger: Ledger,
  rules: Rules,
  { unwanted }: ReleaseOptions,
): Promise<readonly ResourceHistory[]> {
  const all = await standingQuarantines(ledger);
  return unwanted === true ? all.filter((each) => unwantedIn(rules, each, Date.now()) !== null) : all;
}

async function standing(ledger: Ledger, resource: string): Promise<readonly ResourceHistory[]> {
  return [await ledger.history(resource)].filter(standsQuarantined);
}

/** What is not quarantined needs no way into AWS to be told so. */
async function quarantinedOne(ledger: Ledger, named: string): Promise<string> {
  const history = await findResource(ledger, named);
  if (standsQuarantined(history)) return history.resource;
  throw badInput(`${history.resource}: nothing of it is quarantined`, { resource: history.resource });
}

function answerLine({ resource, why, quarantine }: ReleasedOne): string {
  return why === null
    ? `released ${visible(resource)}: ${quarantine?.remedy}`
    : `not yet released ${visible(resource)}: ${visible(why)}`;
}

function answerView({ resource, why, isLimited, quarantine }: ReleasedOne) {
  const view = quarantine === null ? null : quarantineView(quarantine);
  return { resource, isReleased: why === null, why, isLimited, quarantine: view };
}

function endLines(
  { left, waiting }: { readonly left: number; readonly waiting: number },
  { all, unwanted }: ReleaseOptions,
): string[] {
  if (left === 0 && all === true) return ["nothing is quarantined"];
  if (left === 0) return unwanted === true ? ["nothing is quarantined that no rule wants"] : [];
  return [
    `still quarantined: ${left}`,
    ...(waiting === 0
      ? []
      : [
          `  ${waiting} of them ${waiting === 1 ? "waits" : "wait"} for the limit on what may start again within an hour`,
        ]),
    "  ask again later; what was asked for is not forgotten",
  ];
}
