import { dashboard } from "./alarms/dashboard.ts";
import { alarm } from "./alarms/make.ts";
import { alarmTopic } from "./alarms/topic.ts";
import { watched } from "./alarms/watched.ts";
import type { Events } from "./enforcement.ts";
import type { Runs } from "./schedules.ts";
import type { Told } from "./told.ts";

/** What calls somebody, and one page to see it all on. */
export function alarms(told: Told, events: Events, runs: Runs): void {
  const topic = alarmTopic(told);
  const all = watched(told, events, runs);
  const made = all.map((each) => alarm(each, told, topic));
  dashboard(all, made, told);
}
