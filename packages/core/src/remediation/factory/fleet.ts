import type { Factory } from "./asked.ts";
import { launchTemplateSteps } from "./launch-template.ts";

/** A fleet that keeps a number of instances takes tags for itself alone; its launch template tags instances. */
export const ec2Fleet: Factory = (asked) => [
  ...launchTemplateSteps(
    asked,
    "of the fleet, as TagSpecifications of a fleet tag instances only where its type is instant",
  ),
  { says: "A fleet goes on with the version that it was made with, until modify-fleet names another." },
];

/** A Spot Fleet tags instances by what it launches from. */
export const spotFleet: Factory = (asked) => [
  ...launchTemplateSteps(asked, "of the request; the tags of the request itself reach no instance"),
  {
    says: "A request with launch specifications instead needs TagSpecifications with the resource type instance in each of them, in a new request: one that is there cannot be changed.",
  },
];
