import type { Finding } from "../../tags/finding.ts";
import { REASONS } from "../../tags/reasons.ts";
import type { Message, MessageItem } from "../message.ts";
import { exemptionEntry } from "./exemption.ts";
import { HAPPENED } from "./happened.ts";
import { instantText, type LocalTime } from "./instant.ts";
import { moneyText } from "./money.ts";

/** What others wrote, such as a name or the value of a tag: whoever renders it takes care that it stays one text. */
export type Given = { readonly given: string };

/** A sentence of our words and of what others wrote. */
export type Saying = readonly (string | Given)[];

/** One line about a resource. */
export type Fact = { readonly label: string; readonly says: Saying };

/** Something to copy: a command, the text of a change, an entry of the configuration. */
export type Code = { readonly label: string; readonly code: string };

/** All that a message says of one resource, in the order in which people need it. */
export type ItemFacts = {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly codes: readonly Code[];
};

/** How much of a configuration's hash is enough to find it. */
const HASH_SHOWN = 12;

/** What is to be said of a resource, however it is rendered. */
export function factsOf(
  item: MessageItem,
  message: Pick<Message, "to" | "at">,
  localTime: LocalTime,
): ItemFacts {
  const { findings, fix, factory, remarks } = item;
  const codes = [
    ...(fix === null ? [] : [{ label: "To put it right", code: fix }]),
    ...(factory === null ? [] : [{ label: "To put it right where it comes from", code: factory }]),
    {
      label:
        "To exempt it, an entry for enforcement.exemptions in tagledger.yaml, to be put there by its keeper",
      code: exemptionEntry(item, message),
    },
  ];
  return {
    title: `This resource ${HAPPENED[item.happened].says}`,
    facts: [
      ...whatItIs(item),
      ...findings.map((finding) => ({ label: "Tag", says: findingSays(finding) })),
      {
        label: "Cost",
        says: [`${moneyText(item.hourly)} an hour, ${moneyText(item.soFar)} so far`],
      },
      ...whatIsDone(item, localTime),
      ...remarks.map((remark) => ({ label: "Remark", says: [{ given: remark }] })),
    ],
    codes,
  };
}

function whatItIs({ resource, type, account, region, actor }: MessageItem): readonly Fact[] {
  return [
    { label: "Resource", says: [{ given: resource }] },
    { label: "Type", says: [{ given: type }] },
    { label: "Account", says: [account === null ? "unknown" : { given: account }] },
    { label: "Region", says: [region === null ? "unknown or none" : { given: region }] },
    { label: "Made by", says: [actor === null ? "unknown" : { given: actor }] },
  ];
}

function whatIsDone({ happened, remedy, deadline, decidedBy }: MessageItem, localTime: LocalTime): Fact[] {
  const { rule, configuration } = decidedBy;
  return [
    ...(remedy === null ? [] : [{ label: HAPPENED[happened].remedy, says: [{ given: remedy }] }]),
    ...(deadline === null ? [] : [{ label: "Not before", says: [instantText(deadline, localTime)] }]),
    {
      label: "Decided by",
      says: [{ given: rule }, ", configuration ", { given: configuration.slice(0, HASH_SHOWN) }],
    },
  ];
}

function findingSays({ key, reason, actual, expected }: Finding): Saying {
  const found = actual === null ? [] : [": found ", { given: actual }];
  return [{ given: key }, ` ${REASONS[reason].says}`, ...found, "; expected: ", { given: expected }];
}
