import { variableOf } from "../../tags/remedies/shell.ts";
import type { Factory } from "./asked.ts";
import { awsLine, named } from "./command.ts";

/** A portfolio or product tags what is provisioned from it by tag options. */
export const serviceCatalog: Factory = ({ subject, tags }) => [
  {
    says: "Tag options, for whoever keeps the product or its portfolio; they reach what is provisioned from then on.",
    code: tags
      .map(({ key, value }) =>
        awsLine(
          "servicecatalog create-tag-option",
          [...named("--key", key, "TAG_KEY"), ...named("--value", value, variableOf(key).variable)],
          subject,
        ),
      )
      .join("\n"),
  },
  {
    says: "Each tag option is then put on the product or its portfolio.",
    code: awsLine(
      "servicecatalog associate-tag-option-with-resource",
      [
        ["--resource-id"],
        [{ variable: "PORTFOLIO_ID" }],
        ["--tag-option-id"],
        [{ variable: "TAG_OPTION_ID" }],
      ],
      subject,
    ),
  },
  { says: "What is provisioned already is tagged by an update of the provisioned product, with --tags." },
];
