import type { Action } from "@tagledger/core/reports/mail/actions";
import { shortName } from "@tagledger/core/reports/mail/subject";
import { figure } from "@tagledger/core/reports/render/wording/figure";
import { establishedWords } from "@tagledger/core/reports/render/wording/words";
import { type Row, row } from "./page.ts";

const WORDS: Readonly<Record<Exclude<Action["kind"], "fix">, readonly [string, string]>> = {
  "tag-team": ["Tag what only an account, a role or a rule says is yours", "this month's cost of it"],
  "tag-project": ["Give a project to what has none", "this month's cost of it"],
  "tag-experiment": ["Name the experiment of training that names none", "this month's cost of it"],
};

/** What is to be done, as a line. */
export function actionRow({ kind, amount, tag, known, places, violation }: Action, currency: string): Row {
  if (kind === "fix") {
    const { resource = "", findings = [] } = violation ?? {};
    return row(`Fix ${shortName(resource, 90)}`, amount, {
      details: [shortName(findings.join("; "), 120)],
      aside: "a month",
    });
  }
  const [words, aside] = WORDS[kind];
  const details = [
    ...(tag === null ? [] : [`by the tag ${shortName(tag)}`]),
    ...known.map((each) => `known by ${establishedWords(each.by)}: ${figure(each.amount, currency)}`),
    ...places.map((place) => `${placeWords(place)}: ${figure(place.amount, currency)}`),
  ];
  return row(words, amount, { aside, details });
}

function placeWords({ service, account }: Action["places"][number]): string {
  return account === "" ? shortName(service) : `${shortName(service)} in ${shortName(account)}`;
}
