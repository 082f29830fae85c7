import { usage } from "../charge.ts";
import type { Caller, Model } from "../company/callers.ts";
import { REGIONS } from "../company/regions.ts";
import type { Company } from "../company.ts";
import { decimal, ratio } from "../decimal.ts";
import { itemIn } from "../item.ts";
import type { Item, Line } from "../line.ts";
import { busy, hourSpan, isWeekend, MONTH } from "../month.ts";
import { PRODUCTS, type Product } from "../products.ts";
import type { Random } from "../random.ts";

interface Tariff {
  readonly product: Product;
  readonly input: readonly [usageType: string, perMillion: string];
  readonly output: readonly [usageType: string, perMillion: string];
}

const TOKENS = ["USE1-MP:USE1_InputTokenCount-Units", "USE1-MP:USE1_OutputTokenCount-Units"] as const;

const TARIFFS: Record<Model, Tariff> = {
  "claude-sonnet": { product: PRODUCTS.claudeSonnet, input: [TOKENS[0], "3"], output: [TOKENS[1], "15"] },
  "claude-haiku": { product: PRODUCTS.claudeHaiku, input: [TOKENS[0], "1"], output: [TOKENS[1], "5"] },
  "nova-pro": {
    product: PRODUCTS.bedrock,
    input: ["USE1-NovaPro-input-tokens", "0.8"],
    output: ["USE1-NovaPro-output-tokens", "3.2"],
  },
  "titan-embed": {
    product: PRODUCTS.bedrock,
    input: ["USE1-TitanEmbeddingV2-Text-input-tokens", "0.02"],
    output: ["", "0"],
  },
};

/** Bedrock: models by the million tokens, each line with the session that called. */
export function* models({ callers }: Company, random: Random): Iterable<Line> {
  for (const caller of callers) {
    const { input, output } = TARIFFS[caller.model];
    const reading = tokens(caller, input);
    const writing = tokens(caller, output);
    for (let hour = 0; hour < MONTH.hours; hour++) {
      if (!calls(caller, hour)) continue;
      const thousands = (most: number) => ratio(most * busy(hour) * random.integer(80, 120), 10_000_000);
      yield usage(reading, hourSpan(hour), thousands(caller.input));
      if (caller.output > 0) yield usage(writing, hourSpan(hour), thousands(caller.output));
    }
  }
}

function tokens(caller: Caller, [usageType, perMillion]: Tariff["input"]): Item {
  const { product } = TARIFFS[caller.model];
  const item = itemIn(caller.account, REGIONS.virginia, {
    product,
    usageType,
    operation: product.seller === "AWS" ? "InvokeModelInference" : "Usage",
    unit: product.seller === "AWS" ? "1M tokens" : "Units",
    rate: decimal(perMillion),
    description: `$${perMillion} per million tokens of ${product.name}`,
  });
  const { principal, profile } = caller;
  return { ...item, principal, ...(profile ? { resourceId: profile.arn, tags: profile.tags } : {}) };
}

function calls({ hours }: Caller, hour: number): boolean {
  return hours === "always" || (!isWeekend(Math.floor(hour / 24)) && hour % 24 >= 7 && hour % 24 < 19);
}
