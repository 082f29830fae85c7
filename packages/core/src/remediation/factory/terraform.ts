import type { Asked, Factory } from "./asked.ts";
import { hclTags } from "./lines.ts";

/** Terraform takes off what it does not know, so that tags belong into its files. */
export const terraform: Factory = (asked) => [
  { says: "In the block of this resource.", code: resourceTags(asked) },
  {
    says: "Or in the provider, for all that it makes; these reach neither what Auto Scaling groups launch nor the volumes of aws_instance. With ignore_tags Terraform leaves alone what Tagledger notes on resources.",
    code: [
      'provider "aws" {',
      "  default_tags {",
      "    tags = {",
      hclTags(asked.tags, 6),
      "    }",
      "  }",
      "  ignore_tags {",
      '    key_prefixes = ["tagledger:"]',
      "  }",
      "}",
    ].join("\n"),
  },
];

function resourceTags({ subject, tags }: Asked): string {
  const names = subject.type === "ec2:instance" ? ["tags", "volume_tags"] : ["tags"];
  return names.map((name) => [`${name} = {`, hclTags(tags, 2), "}"].join("\n")).join("\n");
}
