import type { Factory } from "./asked.ts";
import { awsLine, tagOption } from "./command.ts";

/** An environment hands its tags to all that it makes. */
export const elasticBeanstalk: Factory = ({ subject, tags }) => [
  {
    says: "The environment hands its tags to what it makes, which it updates for that.",
    code: awsLine(
      "elasticbeanstalk update-tags-for-resource",
      [["--resource-arn"], [{ variable: "ENVIRONMENT_ARN" }], ...tagOption("--tags-to-add", tags)],
      subject,
    ),
  },
];
