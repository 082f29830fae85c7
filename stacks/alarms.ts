import { dashboard } from "./alarms/dashboard.ts";
import { alarm } from "./alarms/make.ts";
import { alarmTopic } from "./alarms/topic.ts";
import { type Deployed, watched } from "./alarms/watched.ts";
import type { Told } from "./told.ts";

/** What calls somebody, and one page to see it all on. */
export function alarms(told: Told, deployed: Deployed): void {
  const topic = alarmTopic(told);
  const all = watched(told, deployed);
  const made = all.map((each) => alarm(each, told, topic));
  dashboard(all, made, told);
}
