import { js, post, signals } from "datastar-tsx";
import { cart } from "./signals.js";
const count = signals({ count: 1 });
const server = { secret: "x" };
export function Page({ id }: { id: number }) {
  return (
    <main data-signals={{ draft: "", ...count }}>
      <input data-on:keydown={js`evt.kye === "Enter" && ${post("/x")}`} />
      <input data-on:input={js`${cart.name} = el.valeu`} />
      <button data-on:click="confrim('Sure?') && @post('/x')">x</button>
      <p data-text="$count.toUpperCase()" />
      <p data-text={js`${cart.total} = "x"`} />
      <p data-show={js`${cart.items}`} />
      <p data-show="$cuont > 1" />
      <p data-text={js`${cart.user}`} />
      <p data-text="$draft + server.secret" />
      <p data-on:click={{ do: "$total = process.env.X", debounce: 100 }} />
      <p data-on={{ click: "evt.clientXX", focus: ["$total++", js`${cart.total} = ${"a"}`] }} />
      <p data-class={{ a: js`${cart.items}` }} />
      <p data-text="$count +" />
      <p data-on:click="@gett('/x')" />
      <p data-on:click="@get('/x', { contentTyp: 'form' })" />
      <p data-text={js<string>`$count`} />
      <p data-text="evt.key" />
      <p data-text="$total
         + $cuont" title="&amp;" data-show="&quot;&quot; + $cunt" />
      <p data-text={js`$items.map(item => item.titel)`} />
      <p data-text="$user.emial" />
      <p data-text={js`${id}.foo`} />
      <input data-on:change="$total = evt.target.value" />
    </main>
  );
}
