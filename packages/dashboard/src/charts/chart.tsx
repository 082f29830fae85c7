import { useEffect, useRef, useState } from "preact/hooks";
import { visible } from "../words/visible.ts";
import type { Draw, Pointed } from "./drawing.ts";
import { HintBox, type Placed } from "./hint-box.tsx";
import { type Started, type Subject, startDrawing } from "./start.ts";

const USUAL_WIDTH = 1000;

/** A chart. The library is loaded when the first one is shown, so that tables never wait for it. */
export function Chart(given: {
  /** What the picture says, for who cannot see it; a table close by has all of it. */
  readonly label: string;
  readonly draw: Draw;
  /** Something was clicked. */
  readonly onPick?: (pointed: Pointed) => void;
}) {
  const { label, draw, onPick } = given;
  const place = useRef<HTMLDivElement>(null);
  const started = useRef<Started | null>(null);
  const [failed, setFailed] = useState(false);
  const [height, setHeight] = useState(() => draw(USUAL_WIDTH).height);
  const [placed, setPlaced] = useState<Placed | null>(null);

  const subject = useRef<Subject | null>(null);
  const current: Subject = {
    draw,
    onDrawn: (drawing) => setHeight(drawing.height),
    onPoint: setPlaced,
    onPick: (pointed) => onPick?.(pointed),
  };
  subject.current = current;

  // Once started, a chart asks for what is current.
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let stopped = false;
    startDrawing(element, () => subject.current ?? current).then(
      (chart) => {
        if (stopped) chart.stop();
        else started.current = chart;
      },
      () => setFailed(true),
    );
    return () => {
      stopped = true;
      started.current?.stop();
      started.current = null;
    };
  }, []);

  useEffect(() => {
    setPlaced(null);
    started.current?.redraw();
  }, [draw]);

  if (failed) return <p class="note">The picture could not be loaded; the table has all that it shows.</p>;
  return (
    <div class="chart-frame">
      <div
        ref={place}
        class="chart"
        role="img"
        aria-label={visible(label)}
        style={{ height: `${height}px` }}
      />
      {placed === null ? null : <HintBox placed={placed} />}
    </div>
  );
}
