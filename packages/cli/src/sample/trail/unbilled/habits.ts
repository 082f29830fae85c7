import { cleanTags, type Purpose, type Tags } from "../../company/tags.ts";
import { slip } from "../slip.ts";
import { asked, corrected, followed, late, overtaken, type Story, stripped } from "../story.ts";

/** One way in which people tag what they make. */
type Habit = (clean: Tags, purpose: Purpose) => Story;

// Taken in turn, so that every company has each of them.
const HABITS: readonly Habit[] = [
  (clean) => asked(clean),
  (clean) => followed(clean),
  (clean) => asked(clean),
  (clean) =>
    asked({ ...clean, "ml-environment": clean["ml-environment"] === "prod" ? "Production" : "Development" }),
  (clean) => late(clean),
  (clean) => overtaken(clean),
  (clean, { team }) => corrected(clean, { "ml-team": slip(team.name) }, 1500),
  () => asked({}),
  (clean) => stripped(clean, without(clean, "ml-team", "ml-project"), 1900),
  (clean, { team }) => asked({ ...clean, "ml-team": team.alias }),
  (clean, { team }) => asked({ ...without(clean, "ml-team"), ML_Team: team.name }),
  (clean, { team }) => asked({ ...clean, "ml-team": slip(team.name) }),
  (clean) => asked({ ...clean, "ml-team": "vision" }),
];

/** How people tag the thing of that number. */
export function habitual(index: number, purpose: Purpose): Story {
  const [habit = asked] = HABITS.slice(index % HABITS.length);
  return habit(cleanTags(purpose), purpose);
}

function without(tags: Tags, ...keys: readonly string[]): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}
