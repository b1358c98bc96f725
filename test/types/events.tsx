// Checked by tsc: what compiles here must, and each line under @ts-expect-error must not.
import { type EventName, get, js, post, setAll, signals, url } from "datastar-tsx";

declare module "datastar-tsx" {
  interface CustomEvents {
    "rating-changed": CustomEvent<{ value: number }>;
  }
}

const { count } = signals({ count: 0 });
declare const text: string;
declare const condition: boolean;

export const names: EventName[] = [
  "click",
  "popstate",
  "visibilitychange",
  "webglcontextlost",
  "datastar-fetch",
  "rating-changed",
];

export const right = (
  <>
    <p
      data-on:click="$count++"
      data-on:keydown={js`${count}++`}
      data-on:submit={post("/x")}
      data-on:input={count}
      data-on:blur={undefined}
    />
    <p data-on:click={[js`${count}++`, condition && post("/x"), null]} />
    <p data-on:keydown={{ do: "evt.key", window: true, debounce: { wait: "1s", leading: true } }} />
    <p data-on={{ click: post(url`/x/${text}`), input: { do: setAll(true), throttle: 500, once: condition } }} />
    <p data-on={{ "rating-changed": js`1`, "datastar-fetch": "log(evt)", timeupdate: null }} />
    <p data-on:myEvent={js`1`} data-on:cart-changed={js`1`} data-on:click__once="$count++" />
    <p data-on-intersect={{ do: get("/more"), once: true, threshold: 25 }} data-on-intersect__once={get("/more")} />
    <p
      data-on-interval={{ do: "$count++", duration: { wait: "5s", leading: true } }}
      data-on-signal-patch="log(patch)"
    />
    <p
      data-init={{ do: get("/feed"), delay: 500, viewtransition: true }}
      data-on-raf={{ do: js`1`, throttle: 100 }}
      data-on-resize={{ do: js`1`, debounce: 10 }}
    />
    <body data-on:pageshow="$count++" data-on:storage={{ do: js`1`, window: true }} />
    <video data-on:timeupdate="$time = el.currentTime" />
    <svg data-on:click="$count++">
      <circle r="5" data-on:pointerdown={js`1`} />
    </svg>
  </>
);

// What runs is source, an expression or a signal.
// @ts-expect-error
export const dynamicSource = <p data-on:click={text} />;
// @ts-expect-error
export const dynamicInObject = <p data-on={{ click: text }} />;
// @ts-expect-error
export const dynamicInArray = <p data-on:click={[js`1`, text]} />;
// @ts-expect-error
export const dynamicInDo = <p data-on:click={{ do: text }} />;
// @ts-expect-error
export const functionListener = <p data-on:click={() => 1} />;
// @ts-expect-error
export const functionInObject = <p data-on={{ click: () => 1 }} />;
// @ts-expect-error
export const nothingToRun = <p data-on:click="" />;
// @ts-expect-error
export const bareWord = <p data-on:click="toggle" />;
// @ts-expect-error
export const ofCustomEvent = <p data-on={{ "rating-changed": text }} />;
// @ts-expect-error
export const ofVideo = <video data-on:timeupdate={text} />;
// @ts-expect-error
export const ofBody = <body data-on:pageshow={() => 1} />;
// @ts-expect-error
export const inSvg = <circle data-on:click={text} />;

// Events have to be known.
// @ts-expect-error
export const misspelt = <p data-on={{ clik: js`1` }} />;
// @ts-expect-error
export const capital = <p data-on={{ onClick: js`1` }} />;
// @ts-expect-error
export const undeclared = <p data-on={{ "cart-changed": js`1` }} />;
// @ts-expect-error
export const noEvents = <p data-on="click" />;
// @ts-expect-error: no browser fires it any more
export const dead: EventName = "mousewheel";

// Modifiers are those of the attribute.
// @ts-expect-error
export const unknownModifier = <p data-on:click={{ do: js`1`, debouce: 200 }} />;
// @ts-expect-error
export const unknownInObject = <p data-on={{ click: { do: js`1`, onec: true } }} />;
// @ts-expect-error
export const otherAttributes = <p data-init={{ do: js`1`, once: true }} />;
// @ts-expect-error
export const unknownEdge = <p data-on-interval={{ do: js`1`, duration: { wait: 5, trailing: true } }} />;
// @ts-expect-error
export const wrongDuration = <p data-on:click={{ do: js`1`, debounce: "soon" }} />;
// @ts-expect-error
export const wrongFlag = <p data-on:click={{ do: js`1`, once: "yes" }} />;
// @ts-expect-error
export const wrongPercentage = <p data-on-intersect={{ do: js`1`, threshold: "half" }} />;
// @ts-expect-error
export const wrongCase = <p data-on={{ "rating-changed": { do: js`1`, case: "upper" } }} />;
// @ts-expect-error
export const modifiersAlone = <p data-on:click={{ debounce: 200 }} />;

// Names of older versions: no value fits.
// @ts-expect-error
export const oldClick = <p data-on-click={js`1`} />;
// @ts-expect-error
export const oldKeydown = <p data-on-keydown="$count++" />;
// @ts-expect-error
export const oldLoad = <p data-on-load={get("/feed")} />;
// @ts-expect-error
export const oldSignalChange = <p data-on-signal-change="$count++" />;
// @ts-expect-error
export const oldIntersects = <p data-intersects="$count++" />;
// @ts-expect-error
export const oldIgnore = <p data-star-ignore />;
// @ts-expect-error
export const oldFetchEvent = <p data-on-datastar-sse="$count++" />;
// @ts-expect-error
export const notAnEvent = <p data-on:intersect={js`1`} />;
