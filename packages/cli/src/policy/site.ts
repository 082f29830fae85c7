import { partitionOf } from "@tagledger/core/catalog/partition";
import { badInput } from "@tagledger/core/errors";
import type { Place } from "@tagledger/core/policy/iam/place";
import { readPlaces } from "@tagledger/core/policy/places";
import type { Site } from "@tagledger/core/policy/stack-set/site";

/** What is said of a deployment on the command line. */
export interface SiteOptions {
  readonly stage: string;
  readonly home?: string;
  readonly places?: string;
  readonly tags?: string;
  readonly explorerView?: string;
}

/** `tagledger-<stage>-` before the name of a rule, which has at most 64 characters. */
const STAGE = /^[a-z0-9-]{1,13}$/;

/**
 * Reads what a deployment is.
 *
 * @throws bad-input naming what is missing or wrong
 */
export function readSite({ stage, home, places, tags, explorerView }: SiteOptions): Site {
  if (!STAGE.test(stage)) {
    throw badInput(
      `--stage ${stage}: expected at most 13 lower-case letters, digits and hyphens, as production`,
    );
  }
  if (home === undefined) {
    throw badInput("--home: name where Tagledger is deployed, as --home 111122223333:eu-central-1");
  }
  const [place, ...others] = readPlacesOption("--home", home);
  if (place === undefined || others.length > 0) {
    throw badInput(`--home ${home}: expected one account and region, as 111122223333:eu-central-1`);
  }
  const looked = places === undefined ? [place] : readPlacesOption("--places", places);
  const outside = looked.find(({ region }) => partitionOf(region) !== partitionOf(place.region));
  if (outside !== undefined) {
    throw badInput(`--places: ${outside.account}:${outside.region} is in another partition than ${home}`);
  }
  return {
    stage,
    home: place,
    places: looked,
    tags: tags === undefined ? {} : readTags(tags),
    ...(explorerView !== undefined && { explorerView: readView(explorerView) }),
  };
}

function readPlacesOption(option: string, text: string): readonly Place[] {
  const places = readPlaces(text);
  if (places !== null) return places;
  throw badInput(
    `${option} ${text}: expected accounts and regions, as 111122223333:eu-central-1,222233334444:us-east-1`,
  );
}

function readView(text: string): string {
  if (/^arn:[^:]+:resource-explorer-2:[^:]+:\d{12}:view\/./.test(text)) return text;
  throw badInput(`--explorer-view ${text}: expected the ARN of a view of Resource Explorer`);
}

/**
 * Reads tags after commas, such as `ml-team=ml-platform`.
 *
 * @throws bad-input naming the one that is none
 */
export function readTags(text: string): Readonly<Record<string, string>> {
  const tags: Record<string, string> = {};
  for (const each of text.split(",")) {
    const [, key, value] = /^\s*([^=]+?)\s*=\s*(.*?)\s*$/.exec(each) ?? [];
    if (key === undefined || value === undefined) {
      throw badInput(`--tags ${each}: expected a key and a value, as ml-team=ml-platform`);
    }
    tags[key] = value;
  }
  return tags;
}
