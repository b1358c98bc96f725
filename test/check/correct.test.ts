import { beforeAll, describe, expect, test } from "vitest";
import { checkElements, type Found, versions } from "./check-elements.js";

/** Expressions as they stand in real pages, and nothing is wrong with. */
const correct: readonly string[] = [
  // Events.
  "<input data-on:keydown=\"evt.key === 'Enter' && @post('/todos')\" />",
  '<input data-on:keydown={js`evt.key === "Enter" && ${cart.name}.trim() !== "" && ${post("/todos")}`} />',
  '<input data-on:input="$name = evt.target.value" />',
  '<input data-on:change="$total = evt.target.valueAsNumber" />',
  '<input type="checkbox" data-on:change="$open = el.checked" />',
  '<input type="file" data-on:change="$name = el.files[0].name" />',
  '<select data-on:change="$tab = el.value"><option>a</option></select>',
  "<form data-on:submit={{ do: \"$name = new FormData(el).get('name')?.toString() ?? ''\", prevent: true }} />",
  '<form data-on:submit="evt.target.elements.name.focus(); evt.submitter.disabled = true" />',
  '<form data-on:input="$name = evt.target.value" />',
  "<ul data-on:click=\"evt.target.closest('li').remove()\" />",
  "<ul data-on:click=\"$tab = evt.target.dataset.tab ?? 'all'\" />",
  "<div data-on:keydown={{ do: \"if (evt.ctrlKey && evt.key === 'k') { evt.preventDefault(); $open = true }\", window: true }} />",
  '<div data-on:pointermove="$total = evt.clientX - el.getBoundingClientRect().left" />',
  '<div data-on:my-event="$name = evt.detail.name" />',
  "<div data-on:datastar-fetch=\"evt.detail.type === 'error' && console.error(evt.detail)\" />",
  '<video data-on:timeupdate="$total = el.currentTime / el.duration" />',
  "<div data-on:transitionend=\"evt.propertyName === 'opacity' && el.remove()\" />",
  '<div data-on={{ click: "$open = !$open", mouseleave: { do: "$open = false", delay: 200 } }} />',
  '<div data-on:click="event.stopPropagation()" />',
  '<svg data-on:click="$total = el.getBBox().width"><circle r="1" /></svg>',
  // Elements.
  '<dialog data-init="el.showModal()" />',
  "<div data-init=\"el.querySelector('input').focus()\" />",
  "<div data-on:click=\"document.querySelector('#dialog').showModal()\" />",
  "<div data-on:click=\"document.getElementById('d').close(); document.body.classList.toggle('dark')\" />",
  "<div data-on:click=\"el.nextElementSibling.value = ''; el.parentElement.hidden = true\" />",
  "<div data-on:click=\"[...document.querySelectorAll('input')].forEach((input) => (input.checked = true))\" />",
  '<div data-init="el.scrollTop = el.scrollHeight" />',
  '<div data-init="el.animate([{ opacity: 0 }, { opacity: 1 }], 200)" />',
  '<my-chart data-effect="el.data = $items; el.redraw()" />',
  // Names of the browser.
  "<div data-on:click=\"confirm('Sure?') && @delete('/x')\" />",
  '<div data-on:click="navigator.clipboard.writeText($name)" />',
  "<div data-on:click=\"location.href = '/x'; history.back()\" />",
  "<div data-on:click=\"window.scrollTo({ top: 0, behavior: 'smooth' })\" />",
  "<div data-on:click=\"localStorage.setItem('tab', $tab)\" />",
  '<div data-init="setTimeout(() => { $open = false }, 1000)" />',
  '<div data-init="$total = setInterval(() => $total++, 1000)" />',
  "<div data-text=\"new Intl.NumberFormat('en').format($total)\" />",
  '<div data-text="new Date().toLocaleTimeString()" />',
  '<div data-text="Math.round($total * 100) / 100" />',
  '<div data-text="JSON.stringify($user)" />',
  // Signals.
  '<div data-show="$open" />',
  '<div data-show="!$open && $items.length > 0" />',
  "<div data-show={cart.open} />",
  '<div data-show={js`${cart.tab} === ${"all"}`} />',
  "<div data-show={js`${cart.items}.some((item) => !item.done)`} />",
  '<div data-text="$items.filter((item) => item.done).length" />',
  '<div data-text="`${$total} of ${$items.length}`" />',
  "<div data-text=\"$user.age > 17 ? 'adult' : 'minor'\" />",
  '<div data-text="$items[0].title + $byId[$tab].title" />',
  "<div data-on:click=\"$total += 1; $total++; $name ||= 'x'\" />",
  "<div data-on:click={js`${cart.total} = ${cart.total} + ${todo.id}`} />",
  '<div data-on:click={js`${cart.items} = [...${cart.items}, ${{ id: 1, title: "a", done: false }}]`} />',
  '<div data-on:click="$items.push({ id: 1, title: $name, done: false })" />',
  '<div data-on:click="$selected = 5; $selected = $items[0]" />',
  '<div data-on:click="let next = $total + 1; $total = next" />',
  '<div data-on:click="const { title, done } = $items[0]; $name = title" />',
  '<div data-on:click="const todo = $name; const secret = todo.trim(); $name = secret" />',
  '<div data-on:click="if (!$open) return; $open = false" />',
  '<div data-on:click="for (const item of $items) item.done = true" />',
  '<div data-on:click="try { $user = JSON.parse($name) } catch (error) { console.error(error) }" />',
  '<div data-signals={{ draft: "", nested: { a: 1 } }} data-text="$draft + $nested.a" />',
  '<div data-signals:fresh="1" data-bind="bound" data-indicator="busy" data-text="$fresh + $bound + $busy" />',
  '<div data-computed:double="$total * 2" data-text="$double" />',
  '<div data-computed={{ triple: js`${cart.total} * 3` }} data-text="$triple" />',
  '<canvas data-ref="canvas" data-init="$canvas.getContext(\'2d\')" />',
  "<div data-show=\"$total == '5'\" />",
  '<div data-on-signal-patch="console.log(patch.total, $total)" />',
  // Actions.
  "<div data-on:click=\"@post('/x', { contentType: 'form', headers: { a: 'b' }, filterSignals: { include: /^a/ } })\" />",
  '<div data-init="@get(`/items/${$total}`, { openWhenHidden: true })" />',
  '<div data-on:click="@setAll(false, { include: /open/ }); @toggleAll()" />',
  '<div data-effect="console.log(@peek(() => $total).toFixed(2))" />',
  "<div data-on:click=\"@beacon('/left', { at: $total })\" />",
  "<div data-on:click={[js`${cart.open} = true`, post(url`/x/${todo.id}`)]} />",
  '<div data-on:click={js`${get("/x")}.then(() => ${cart.open} = true)`} />',
  // What TypeScript could only know from a cast.
  "<ul data-on:click=\"$name = evt.target.dataset.id; $name = el.getAttribute('x'); $name = localStorage.getItem('q')\" />",
  '<input type="file" data-on:change="const [file] = el.files; $name = file.name" />',
  "<form data-on:submit=\"$name = new FormData(el).get('q')\" />",
  '<div data-show="$name.match(/x/)" data-class:a="document.querySelector(\'.x\')" data-class:b="navigator.share" />',
  '<div data-on:click="try { f() } catch (error) { $name = error.message } function f() {}" />',
  '<div data-on:click="const o = {}; o.x = 1; el._timer = setTimeout(() => {}, 1)" />',
  "<div data-init=\"import('/chart.js').then((chart) => chart.draw(el))\" />",
  "<div data-text=\"$['name']\" data-on:focusout=\"evt.relatedTarget?.closest('form')\" />",
  '<div data-on:click="el.parentNode.remove(); Object.groupBy($items, (item) => item.title)" />',
  // What attributes take.
  '<div data-class="{ on: $open, off: !$open }" />',
  '<div data-class={{ on: cart.open, "is-off": js`!${cart.open}` }} />',
  '<div data-class:on="$items.length" />',
  '<div data-attr={{ title: cart.name, disabled: js`!${cart.open}`, "aria-expanded": cart.open }} />',
  "<div data-attr:href=\"new URL('/x', location.href)\" />",
  '<div data-style={{ width: js`${cart.total} + "px"`, display: js`${cart.open} || "none"` }} />',
  '<div data-text="$items.map((item) => item.title)" />',
  "<div data-text={js<string>`${cart.name}`} />",
  '<div data-text={todo.note ? js`${todo.note} + $name` : "$name"} />',
];

describe.each(versions)("with TypeScript %s", (version) => {
  let found: readonly (readonly Found[])[] = [];
  beforeAll(async () => {
    found = await checkElements(correct, version);
  }, 120_000);

  test.each(correct.map((element, i) => [i, element] as const))("%i %s", (i) => {
    expect(found[i]).toEqual([]);
  });
});
