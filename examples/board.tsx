// A board that everybody works on at once. A card is dragged to another column, or moved by its buttons; either is a
// short POST, and the board comes back to all who look at it through one live view. The cards have ids, so that the
// client moves them in the page, and whoever is on one with the keyboard stays there.
import { get, js, noContent, post, readSignals, signals, signalsResponse, url } from "datastar-tsx";
import { createHub } from "datastar-tsx/hub";
import { Hono } from "hono";
import { page } from "./layout.js";

const columns = ["To do", "Doing", "Done"] as const;

interface Card {
  readonly id: number;
  readonly title: string;
  readonly column: number;
}

let cards: readonly Card[] = [
  { id: 1, title: "Write the invitation", column: 0 },
  { id: 2, title: "Find a room", column: 1 },
  { id: 3, title: "Choose a date", column: 2 },
];
let nextId = 4;

const board = signals({ title: "", _dragged: 0 });

const MoveButton = ({ card: { id, title }, to, label }: { card: Card; to: number; label: string }) => (
  <button
    aria-label={`Move “${title}” to ${columns[to]}`}
    disabled={columns[to] === undefined}
    data-on:click={post(url`cards/${id}/to/${to}`)}
  >
    {label}
  </button>
);

const CardView = ({ card }: { card: Card }) => (
  <li id={`card-${card.id}`} class="row" draggable="true" data-on:dragstart={js`${board._dragged} = ${card.id}`}>
    <span class="wide">{card.title}</span>
    <MoveButton card={card} to={card.column - 1} label="←" />
    <MoveButton card={card} to={card.column + 1} label="→" />
  </li>
);

const Board = () => (
  <div id="board" class="columns">
    {columns.map((name, index) => (
      <section
        class="card"
        data-on:dragover={{ do: js`evt.dataTransfer.dropEffect = "move"`, prevent: true }}
        data-on:drop={{ do: post(url`cards/${board._dragged}/to/${index}`), prevent: true }}
      >
        <h2>{name}</h2>
        <ul class="plain">
          {cards
            .filter(({ column }) => column === index)
            .map((card) => (
              <CardView card={card} />
            ))}
        </ul>
      </section>
    ))}
  </div>
);

const hub = createHub<"board">();
const view = hub.live("board", () => <Board />);

/** Their visitors are sent on to another process when this one ends. */
export const hubs = [hub];

export default new Hono()
  .get("/", () =>
    page(
      "A board for all",
      <div data-signals={board} data-init={get("feed")}>
        <form class="row" data-on:submit={post("cards")}>
          <input class="wide" aria-label="New card" required data-bind={board.title} />
          <button class="primary">Add</button>
        </form>
        <Board />
      </div>,
    ),
  )
  .get("/feed", (c) => view.stream(c.req.raw))
  .post("/cards", async (c) => {
    const title = (await readSignals(c.req.raw, board)).title.trim();
    if (title !== "") cards = [...cards, { id: nextId++, title, column: 0 }];
    view.nudge();
    return signalsResponse(board.patch({ title: "" }));
  })
  .post("/cards/:id/to/:column{[0-2]}", (c) => {
    const { id, column } = c.req.param();
    const card = cards.find((card) => card.id === Number(id));
    // Whoever was last put it there: it goes to the end of the column.
    if (card !== undefined) cards = [...cards.filter((other) => other !== card), { ...card, column: Number(column) }];
    view.nudge();
    return noContent();
  });
