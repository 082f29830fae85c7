import type { Factory } from "./asked.ts";
import { scriptTags, yamlTags } from "./lines.ts";

/** Pulumi's provider tags all that it makes, as its resources do for themselves. */
export const pulumi: Factory = ({ tags }) => [
  {
    says: "In the arguments of this resource (TypeScript).",
    code: ["tags: {", scriptTags(tags, 2, (key, value) => `${key}: ${value},`, "//"), "},"].join("\n"),
  },
  {
    says: "Or in the configuration of the stack, for all that its provider makes; with ignoreTags Pulumi leaves alone what Tagledger notes on resources.",
    code: [
      "config:",
      "  aws:defaultTags:",
      "    tags:",
      yamlTags(tags, 6),
      "  aws:ignoreTags:",
      "    keyPrefixes:",
      '      - "tagledger:"',
    ].join("\n"),
  },
];
