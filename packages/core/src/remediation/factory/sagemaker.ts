import type { Factory } from "./asked.ts";
import { awsLine, tagOption } from "./command.ts";
import { scriptTags } from "./lines.ts";

/** Domains hand tags on only when they are told to; jobs have those that whoever starts them gives. */
export const sagemaker: Factory = ({ subject, tags }) => [
  {
    says: "A Studio domain hands the tags of domain, user profile and space to apps and jobs only when it is told to.",
    code: awsLine(
      "sagemaker update-domain",
      [["--domain-id"], [{ variable: "DOMAIN_ID" }], ["--tag-propagation"], ["ENABLED"]],
      subject,
    ),
  },
  {
    says: "The tags themselves belong to the user profile or the space, or to the domain where only one team works in it.",
    code: awsLine(
      "sagemaker add-tags",
      [["--resource-arn"], [{ variable: "PROFILE_OR_SPACE_ARN" }], ...tagOption("--tags", tags)],
      subject,
    ),
  },
  {
    says: "Jobs have the tags of whatever starts them: an estimator, a processor, a pipeline, a tuning job (Python). Jobs that a tuning job launched before it was tagged stay as they are.",
    code: [
      "tags=[",
      scriptTags(tags, 4, (key, value) => `{"Key": ${key}, "Value": ${value}},`, "#"),
      "],",
    ].join("\n"),
  },
];
