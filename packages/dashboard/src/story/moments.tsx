import type { MomentView } from "@tagledger/core/ledger/view/story";
import { Moment } from "../parts/moment.tsx";
import { Name } from "../parts/name.tsx";
import { ActorName } from "../resources/actor.tsx";

/** What happened to a resource, the oldest first. */
export function Moments({ moments }: { readonly moments: readonly MomentView[] }) {
  return (
    <ol class="moments">
      {moments.map((moment, index) => (
        <li key={`${moment.at} ${index}`} class={`moment moment-${moment.what.replace(" ", "-")}`}>
          <p class="when">
            <Moment at={moment.at} />
          </p>
          <p class="what">
            <strong>{moment.verdict === null ? moment.what : `judged ${moment.verdict}`}</strong>
            {moment.actor === null ? null : (
              <>
                {" by "}
                <ActorName actor={moment.actor} />
              </>
            )}
          </p>
          {moment.detail === undefined ? null : <p class="detail">{moment.detail}</p>}
          <Changes moment={moment} />
          {moment.eventId === null ? null : (
            <p class="event">
              event <code>{moment.eventId}</code>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Changes({ moment: { tags, keys, hidden } }: { readonly moment: MomentView }) {
  const set = Object.entries(tags);
  if (set.length + keys.length + hidden.length === 0) return null;
  return (
    <ul class="tags">
      {set.map(([key, value]) => (
        <li key={key} class="tag">
          <Name value={key} />
          <span class="is"> = </span>
          <Name value={value} />
        </li>
      ))}
      {keys.map((key) => (
        <li key={key} class="tag gone">
          <Name value={key} />
        </li>
      ))}
      {hidden.map((key) => (
        <li key={key} class="tag">
          {key === "*" ? "all keys" : <Name value={key} />}
          <span class="none"> value not shown</span>
        </li>
      ))}
    </ul>
  );
}
