import { js, post, signals } from "datastar-tsx";
import { cart } from "./signals.js";
export function Page({ id, todo }: { id: number; todo?: { title: string } }) {
  const name = "a";
  return (
    <main data-signals={{ draft: "", n: id }} data-computed:double={js`$n * 2`} data-signals:foo-bar="1">
      <input data-on:keydown={js`evt.key === "Enter" && ${post("/x")}`} data-bind="city" />
      <input data-on:input={js`${cart.name} = el.value`} />
      <button data-on:click="confirm('Sure?') && @post('/x')">x</button>
      <p data-text="$count.toFixed(2) + $double + $city + $fooBar" />
      <p data-text={js`${cart.total} > 3 ? "a" : ${todo?.title}`} />
      <p data-show={js`${cart.items}.length`} />
      <p data-on:click="document.querySelector('.x').showModal(); document.getElementById('d').close()" />
      <p data-on:click="setTimeout(() => $total = 3, 500); $t = setInterval(() => $total++)" data-signals={{ t: 0 }} />
      <p data-on:click="el.closest('form').reset(); evt.target.closest('li').remove(); el.nextElementSibling.value = ''" />
      <p data-text={js`$items.map((item) => item.title).filter(Boolean).join(", ")`} />
      <p data-on:click={js`${cart.items} = [...${cart.items}, { id: ${id}, title: ${name} }]`} />
      <p data-on:click="let name = $draft; if (name) { $draft = name.trim() } else return; @post('/x')" />
      <form data-on:submit__prevent="$draft = evt.target.elements.name.value; evt.target.reset()" />
      <p data-on-signal-patch="console.log(patch.count, $count)" data-class="{a: $open, 'b': !$open}" data-attr={{ title: js`$draft`, disabled: cart.open }} />
      <p data-on:keydown__window="if (evt.key === 'k' && evt.ctrlKey) $open = true" data-style:width="$total + '%'" />
      <video data-on:timeupdate="$total = el.currentTime" />
      <p data-on:click={{ do: [js`${cart.open} = !${cart.open}`, post("/x")], once: true }} />
      <p data-show="$total == '5'" data-on:my-event="$draft = evt.detail.text" />
    </main>
  );
}
const count = signals({ count: 1 });
export const step = js`${count.count}++`;
