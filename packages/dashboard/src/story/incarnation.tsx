import type { IncarnationView } from "@tagledger/core/ledger/view/story";
import type { ComponentChildren } from "preact";
import { Moment } from "../parts/moment.tsx";
import { NameOr } from "../parts/name.tsx";
import { Empty } from "../parts/states.tsx";
import { ActorName } from "../resources/actor.tsx";
import { Findings } from "../resources/findings.tsx";
import { Fix } from "../resources/fix.tsx";
import { NoFix } from "../resources/no-fix.tsx";
import { VerdictBadge } from "../resources/verdict-badge.tsx";
import { StageWords } from "../violations/stage-words.tsx";
import { Evidence } from "./evidence.tsx";
import { Moments } from "./moments.tsx";
import { Repairs } from "./repairs.tsx";
import { Tags } from "./tags.tsx";

/** All that is known of one incarnation of a resource. */
export function Incarnation(given: {
  readonly told: IncarnationView;
  /** Tells its parts from those of others on the page. */
  readonly id: string;
  /** What it is called where there are several. */
  readonly title: string | null;
}) {
  const { told, id, title } = given;
  // Headings come in order, whether or not the incarnation has one.
  const Heading = title === null ? "h2" : "h3";
  return (
    <article class="incarnation" aria-labelledby={title === null ? "title" : `${id}-title`}>
      {title === null ? null : (
        <h2 id={`${id}-title`} class="incarnation-title">
          {title}
        </h2>
      )}
      <Facts told={told} />
      <Part heading={Heading} title="What is found">
        <div class="card padded">
          {told.verdict === "compliant" ? (
            <p class="good">Its tags are as the schema wants them.</p>
          ) : (
            <>
              <Findings findings={told.findings} />
              {told.fix === null ? <NoFix resource={told} /> : <Fix line={told.fix} of={told.id} />}
            </>
          )}
        </div>
        {told.repairs.length === 0 ? null : <Repairs id={`${id}-repairs`} repairs={told.repairs} />}
      </Part>
      <div class="columns">
        <Part heading={Heading} title="What happened">
          {told.moments.length === 0 ? (
            <Empty title="Nothing is recorded." />
          ) : (
            <Moments moments={told.moments} />
          )}
        </Part>
        <div>
          <Part heading={Heading} title="Whose it is">
            <Evidence id={`${id}-evidence`} evidence={told.evidence} />
          </Part>
          <Part heading={Heading} title="Its tags">
            <Tags id={`${id}-tags`} tags={told.tags} />
          </Part>
        </div>
      </div>
    </article>
  );
}

function Facts({ told }: { readonly told: IncarnationView }) {
  return (
    <dl class="facts story-facts">
      <Fact term="Verdict">
        <VerdictBadge verdict={told.verdict} />
      </Fact>
      <Fact term="Team">
        <NameOr value={told.team} missing="nobody’s" />
      </Fact>
      <Fact term="Created">
        <Moment at={told.created} />
      </Fact>
      {told.deleted === null ? null : (
        <Fact term="Deleted">
          <Moment at={told.deleted} />
        </Fact>
      )}
      {told.remediation === undefined ? null : (
        <Fact term="Done about it">
          <StageWords stage={told.remediation} />
        </Fact>
      )}
      <Fact term="By">
        <ActorName actor={told.actor} />
      </Fact>
      <Fact term="Account">{told.account ?? "not known"}</Fact>
      <Fact term="Region">{told.region ?? "none"}</Fact>
    </dl>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Part(given: {
  readonly heading: "h2" | "h3";
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  const { heading: Heading, title, children } = given;
  return (
    <div class="story-part">
      <Heading>{title}</Heading>
      {children}
    </div>
  );
}
