import type { Company } from "./company.ts";
import { remove, tag } from "./doings.ts";
import { BAD, shownBy } from "./owners.ts";
import { type Resident, willOf } from "./resident.ts";

const [MINUTE, HOUR] = [60_000, 3_600_000];

/** Lets a controller do what it always does to what it keeps. */
export function keep(company: Company, resident: Resident): void {
  const { keeper } = resident;
  if (keeper === "group" || keeper === "hidden group") replaceStopped(company, resident);
  if (keeper === "terraform" || keeper === "hidden terraform") apply(company, resident);
  if (keeper === "scaler") rescale(company, resident);
}

/** A group ends a member that is stopped, or that nothing reaches: another one, with its own id, is launched for it. */
function replaceStopped(company: Company, resident: Resident): void {
  company.later(12 * MINUTE, () => {
    const thing = company.estate.things.get(resident.arn);
    if (thing !== undefined && thing.state !== "running") remove(company, resident);
    keep(company, resident);
  });
}

/** Terraform takes off the tags that it does not know, and writes those that it does. */
function apply(company: Company, resident: Resident): void {
  const declared = { ...company.random.pick(BAD), ...shownBy(resident), module: "trial" };
  const next = () =>
    company.later(company.random.integer(3 * HOUR, 9 * HOUR), () => {
      const tags = company.tags(resident);
      const unknown = Object.keys(tags).filter((key) => !(key in declared));
      const isSame =
        unknown.length === 0 && Object.entries(declared).every(([key, value]) => tags[key] === value);
      if (!isSame) tag(company, resident, declared, unknown);
      next();
    });
  next();
}

/** What scales an endpoint sets its size again and again. */
function rescale(company: Company, resident: Resident): void {
  company.later(company.random.integer(HOUR, 20 * HOUR), () => {
    company.want(
      resident,
      "sagemaker:scale-endpoint",
      willOf("endpoint", company.random)["sagemaker:scale-endpoint"] ?? {},
    );
    rescale(company, resident);
  });
}
