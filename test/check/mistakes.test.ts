import { beforeAll, describe, expect, test } from "vitest";
import { checkElements, type Found, versions } from "./check-elements.js";

/** Mistakes in expressions: the element, what is marked, and what is said of it. */
const mistakes: readonly (readonly [element: string, culprit: string, message: string])[] = [
  // The event.
  [
    "<input data-on:keydown=\"evt.kye === 'Enter'\" />",
    "kye",
    "Property 'kye' does not exist on type 'KeyboardEvent'.",
  ],
  [
    '<input data-on:keydown={js`evt.kye === ${"Enter"}`} />',
    "kye",
    "Property 'kye' does not exist on type 'KeyboardEvent'.",
  ],
  ['<p data-on:click="evt.key" />', "key", "Property 'key' does not exist on type 'PointerEvent'."],
  [
    '<p data-on={{ click: "evt.clientXX" }} />',
    "clientXX",
    "Property 'clientXX' does not exist on type 'PointerEvent'. Did you mean 'clientX'?",
  ],
  [
    '<p data-on:wheel={{ do: "evt.deltay", passive: true }} />',
    "deltay",
    "Property 'deltay' does not exist on type 'WheelEvent'. Did you mean 'deltaY'?",
  ],
  ['<p data-text="evt.key" />', "evt", "data-text has no evt: only data-on runs on an event."],
  ['<p data-init="evt.target" />', "evt", "data-init has no evt: only data-on runs on an event."],
  [
    '<input data-on:input="evt.target.valu" />',
    "valu",
    "Property 'valu' does not exist on type 'HTMLInputElement'. Did you mean 'value'?",
  ],
  [
    '<form data-on:submit="evt.submiter" />',
    "submiter",
    "Property 'submiter' does not exist on type 'SubmitEvent'. Did you mean 'submitter'?",
  ],
  ['<p data-on:click="event.prevent()" />', "prevent", "Property 'prevent' does not exist on type 'PointerEvent'."],
  // What an attribute declares is what it says, or what its element gives.
  [
    '<p data-signals:fresh="1" data-text="$fresh.toUpperCase()" />',
    "toUpperCase",
    "Property 'toUpperCase' does not exist on type 'number'.",
  ],
  [
    '<p data-signals="{ said: \'a\', inner: { on: true } }" data-text="$said.trimm() + $inner.on" />',
    "trimm",
    "Property 'trimm' does not exist on type 'string'. Did you mean 'trim'?",
  ],
  [
    '<p data-signals:single={1} data-text="$single.length" />',
    "length",
    "Property 'length' does not exist on type 'number'.",
  ],
  [
    '<input data-bind:typed data-text="$typed.trimm()" />',
    "trimm",
    "Property 'trimm' does not exist on type 'string'. Did you mean 'trim'?",
  ],
  [
    '<input type="Number" data-bind="form.quantity" data-text="$form.quantity.toFixd(2)" />',
    "toFixd",
    "Property 'toFixd' does not exist on type 'number'. Did you mean 'toFixed'?",
  ],
  [
    '<input type="file" data-bind:papers data-text="$papers[0].nam" />',
    "nam",
    "Property 'nam' does not exist on type '{ name: string; contents: string; mime: string; }'. Did you mean 'name'?",
  ],
  [
    '<input type="checkbox" data-bind:agreed data-text="$agreed.length" />',
    "length",
    "Property 'length' does not exist on type 'boolean'.",
  ],
  [
    '<p><select data-bind:color><option>red</option></select><b data-text="$color.lenght" /></p>',
    "lenght",
    "Property 'lenght' does not exist on type 'string'. Did you mean 'length'?",
  ],
  [
    '<button data-indicator:fetching data-text="$fetching.length" />',
    "length",
    "Property 'length' does not exist on type 'boolean'.",
  ],
  [
    "<p data-show=\"$which == 'al'\" />",
    "$which == 'al'",
    `This comparison appears to be unintentional because the types '"all" | "open"' and '"al"' have no overlap.`,
  ],
  // The element.
  [
    '<input data-on:input="$name = el.valeu" />',
    "valeu",
    "Property 'valeu' does not exist on type 'HTMLInputElement'. Did you mean 'value'?",
  ],
  ['<p data-on:click="el.value" />', "value", "Property 'value' does not exist on type 'HTMLParagraphElement'."],
  [
    '<dialog data-on:click="el.showmodal()" />',
    "showmodal",
    "Property 'showmodal' does not exist on type 'HTMLDialogElement'. Did you mean 'showModal'?",
  ],
  [
    '<video data-on:click="el.play().catch" data-effect="el.playng" />',
    "playng",
    "Property 'playng' does not exist on type 'HTMLVideoElement'. Did you mean 'lang'?",
  ],
  ['<input data-on:input="$total = el.value" />', "$total", "Type 'string' is not assignable to type 'number'."],
  [
    "<div data-on:click=\"el.classlist.add('a')\" />",
    "classlist",
    "Property 'classlist' does not exist on type 'HTMLDivElement'. Did you mean 'classList'?",
  ],
  [
    "<div data-init=\"el.closest('dialog').shwoModal()\" />",
    "shwoModal",
    "Property 'shwoModal' does not exist on type 'HTMLDialogElement'. Did you mean 'showModal'?",
  ],
  [
    "<div data-init=\"document.querySelector('.x').focs()\" />",
    "focs",
    "Property 'focs' does not exist on type 'AnyElement'. Did you mean 'focus'?",
  ],
  // Names.
  ["<p data-on:click=\"confrim('Sure?')\" />", "confrim", "Cannot find name 'confrim'. Did you mean 'confirm'?"],
  ['<p data-on:click="consol.log(1)" />', "consol", "Cannot find name 'consol'. Did you mean 'console'?"],
  [
    '<p data-text="Math.rond($total)" />',
    "rond",
    "Property 'rond' does not exist on type 'Math'. Did you mean 'round'?",
  ],
  ['<p data-text="JSON.strinfigy($user)" />', "strinfigy", "Property 'strinfigy' does not exist on type 'JSON'."],
  [
    '<p data-text="secret" />',
    "secret",
    "secret is of the server, and the browser has none: put its value in, as ${secret}.",
  ],
  [
    "<p data-text={js`${cart.name} + secret`} />",
    "secret",
    "secret is of the server, and the browser has none: put its value in, as ${secret}.",
  ],
  [
    '<p data-text="todo.title" />',
    "todo",
    "todo is of the server, and the browser has none: put its value in, as ${todo}.",
  ],
  [
    '<p data-text="cart.total" />',
    "cart",
    "cart is of the server, and the browser has none: put its value in, as ${cart}.",
  ],
  ['<p data-text="process.env.HOME" />', "process", "process is a name of Node.js; the browser has none."],
  ["<p data-init=\"require('fs')\" />", "require", "require is a name of Node.js; the browser has none."],
  ['<p data-on:click="open = true" />', "open", "Cannot assign to 'open' because it is a function."],
  // Signals.
  ['<p data-show="$totl > 1" />', "$totl", "No signal $totl is declared. Did you mean $total?"],
  // Options behind signals are none.
  [
    '<p data-text="$onlyIfMissing" id={((sse: any) => sse.patchSignals({ sent: 1 }, { onlyIfMissing: true }))(0)} />',
    "$onlyIfMissing",
    "No signal $onlyIfMissing is declared.",
  ],
  // What only a function knows of the type of a patch is not any.
  [
    '<p data-text="$whose" id={(<S extends { ofPart: number }>(sse: any, s: S) => sse.patchSignals(s))(0, { ofPart: 1 })} />',
    "$whose",
    "No signal $whose is declared.",
  ],
  [
    '<p data-text="$whichever" id={(<S extends object>(sse: any, s: Record<"a", S>["a"]) => sse.patchSignals(s))(0, {})} />',
    "$whichever",
    "No signal $whichever is declared.",
  ],
  [
    '<p data-text="$what" id={((sse: any, given: { a: 1 }) => (s: typeof given) => sse.patchSignals(s))(0, { a: 1 }).name} />',
    "$what",
    "No signal $what is declared.",
  ],
  [
    '<p data-text="$whither" id={((sse: any) => { type S = { ofAlias: number }; return (s: S) => sse.patchSignals(s); })(0).name} />',
    "$whither",
    "No signal $whither is declared.",
  ],
  [
    '<p data-text="$whence" id={class<S> { all(sse: any, s: S) { sse.patchSignals(s); } self(sse: any, s: this) { sse.patchSignals(s); } }.name} />',
    "$whence",
    "No signal $whence is declared.",
  ],
  [
    '<p data-text="$why" id={((sse: any) => { interface S { x: S } return (s: S) => sse.patchSignals(s); })(0).name} />',
    "$why",
    "No signal $why is declared.",
  ],
  // What is called by a name in brackets is called whatever that holds.
  [
    '<p data-text="$whatever" id={((o: any, patchSignals: string) => o[patchSignals]({ whatever: 1 }))(0, "")} />',
    "$whatever",
    "No signal $whatever is declared.",
  ],
  ['<p data-text="$nme" />', "$nme", "No signal $nme is declared. Did you mean $name?"],
  [
    '<p data-text="$user.emial" />',
    "emial",
    "Property 'emial' does not exist on type '{ email: string; age: number; }'. Did you mean 'email'?",
  ],
  [
    "<p data-text={js`${cart.user}.emial`} />",
    "emial",
    "Property 'emial' does not exist on type '{ email: string; age: number; }'. Did you mean 'email'?",
  ],
  [
    '<p data-text="$total-1" />',
    "$total-1",
    "The client takes $total-1 for the name of a signal: put spaces around the minus.",
  ],
  ['<p data-text="$total.toUpperCase()" />', "toUpperCase", "Property 'toUpperCase' does not exist on type 'number'."],
  ["<p data-text={js`${cart.total}.length`} />", "length", "Property 'length' does not exist on type 'number'."],
  [
    '<p data-text="$items.map((item) => item.titel)" />',
    "titel",
    "Property 'titel' does not exist on type '{ id: number; title: string; done: boolean; }'. Did you mean 'title'?",
  ],
  [
    '<p data-text="$items.lenght" />',
    "lenght",
    "Property 'lenght' does not exist on type '{ id: number; title: string; done: boolean; }[]'. Did you mean 'length'?",
  ],
  [
    '<p data-text="$byId.a?.titel" />',
    "titel",
    "Property 'titel' does not exist on type '{ title: string; }'. Did you mean 'title'?",
  ],
  [
    '<p data-on:click={js`${cart.total} = "x"`} />',
    "${cart.total}",
    "Type 'string' is not assignable to type 'number'.",
  ],
  ["<p data-on:click=\"$total = 'x'\" />", "$total", "Type 'string' is not assignable to type 'number'."],
  ['<p data-on:click="$open = 1" />', "$open", "Type 'number' is not assignable to type 'boolean'."],
  [
    "<p data-on:click={js`${cart.open} = ${todo.id}`} />",
    "${cart.open}",
    "Type 'number' is not assignable to type 'boolean'.",
  ],
  [
    '<p data-on:click="$items.push({ id: 1 })" />',
    "{ id: 1 }",
    "Type '{ id: number; }' is missing the following properties from type '{ id: number; title: string; done: boolean; }': title, done",
  ],
  [
    '<p data-on:click={["$total++", js`${cart.name}++`]} />',
    "${cart.name}",
    "An arithmetic operand must be of type 'any', 'number', 'bigint' or an enum type.",
  ],
  [
    "<p data-on:click={js`${todo.title} = 1`} />",
    "${todo.title}",
    "${todo.title} is a value of the server, and cannot be set: only signals can.",
  ],
  [
    '<p data-show="$tab === 1" />',
    "$tab === 1",
    "This comparison appears to be unintentional because the types 'string' and 'number' have no overlap.",
  ],
  [
    '<p data-show="$name * 2 > 1" />',
    "$name",
    "The left-hand side of an arithmetic operation must be of type 'any', 'number', 'bigint' or an enum type.",
  ],
  [
    '<p data-on:click={todo.done ? "$totl++" : js`${cart.total}++`} />',
    "$totl",
    "No signal $totl is declared. Did you mean $total?",
  ],
  ['<p {...{ "data-text": "$totl" }} />', "$totl", "No signal $totl is declared. Did you mean $total?"],
  ['<p data-text="&quot;&quot; + $totl" />', "$totl", "No signal $totl is declared. Did you mean $total?"],
  [
    '<p data-on-signal-patch="patch.totl" />',
    "totl",
    "Property 'totl' does not exist on type '{ total?: number | null; name?: string | null; open?: boolea…'. Did you mean 'total'?",
  ],
  ['<p data-text={new Expression("$totl")} />', "$totl", "No signal $totl is declared. Did you mean $total?"],
  // Actions.
  ["<p data-on:click=\"@gett('/x')\" />", "@gett", "There is no action @gett. Did you mean @get?"],
  ['<p data-on:click="@get(1)" />', "1", "Argument of type 'number' is not assignable to parameter of type 'string'."],
  ['<p data-on:click="@get()" />', "@get", "Expected 1-2 arguments, but got 0."],
  [
    "<p data-on:click=\"@post('/x', { contentTyp: 'form' })\" />",
    "contentTyp",
    "Object literal may only specify known properties, but 'contentTyp' does not exist in type 'ClientOptions'. Did you mean to write 'contentType'?",
  ],
  [
    "<p data-on:click=\"@post('/x', { contentType: 'xml' })\" />",
    "contentType",
    'Type \'"xml"\' is not assignable to type \'"form" | "json" | undefined\'.',
  ],
  [
    '<p data-on:click="@setAll(true, { includ: /a/ })" />',
    "includ",
    "Object literal may only specify known properties, but 'includ' does not exist in type 'SignalFilter'. Did you mean to write 'include'?",
  ],
  [
    '<p data-on:click="@beacon(1)" />',
    "1",
    "Argument of type 'number' is not assignable to parameter of type 'string'.",
  ],
  ['<p data-on:click="@beacn(1)" />', "@beacn", "There is no action @beacn. Did you mean @beacon?"],
  // What an attribute takes.
  [
    '<p data-show="$items" />',
    "$items",
    "A '{ id: number; title: string; done: boolean; }[]' is true whatever is in it: write a condition.",
  ],
  [
    "<p data-show={js`${cart.user}`} />",
    "${cart.user}",
    "A '{ email: string; age: number; }' is true whatever is in it: write a condition.",
  ],
  [
    "<p data-class={{ on: js`${cart.items}` }} />",
    "${cart.items}",
    "A '{ id: number; title: string; done: boolean; }[]' is true whatever is in it: write a condition.",
  ],
  [
    '<p data-class:on="() => $open" />',
    "() => $open",
    "A '() => boolean' is true whatever is in it: write a condition.",
  ],
  [
    "<p data-attr={{ title: js`${cart.user}` }} />",
    "${cart.user}",
    "A '{ email: string; age: number; }' is no text, number or boolean, which an attribute is set to.",
  ],
  [
    '<p data-attr:title="$items" />',
    "$items",
    "A '{ id: number; title: string; done: boolean; }[]' is no text, number or boolean, which an attribute is set to.",
  ],
  ['<p data-text="$user" />', "$user", "A '{ email: string; age: number; }' does not show as text."],
  [
    '<p data-style:width="$user" />',
    "$user",
    "A '{ email: string; age: number; }' is no text or number, which a style is set to.",
  ],
  ["<p data-text={js<string>`${cart.total}`} />", "${cart.total}", "Type 'number' is not assignable to type 'string'."],
  // Statements, assignments and words that are no value.
  ['<p data-show="$total = 5" />', "$total = 5", "This sets a value whenever data-show is worked out: === compares."],
  [
    "<p data-class={{ on: js`${cart.open} = true` }} />",
    "${cart.open} = true",
    "This sets a value whenever data-class is worked out: === compares.",
  ],
  [
    '<p data-on:click="if ($total = 5) { $open = true }" />',
    "$total = 5",
    "This sets a value, and is no question: === compares.",
  ],
  [
    '<p data-text="if ($open) { $name }" />',
    "if ($open) { $name }",
    "data-text shows a value, and this statement has none: end with an expression.",
  ],
  [
    "<p data-text=\"await fetch('/x')\" />",
    "await fetch('/x')",
    "await stands in async functions only: write .then(…), or (async () => { … })().",
  ],
  ['<p data-on:click="this.hidden = true" />', "this", "this is the window here: the element is el."],
  [
    '<p data-on:click="const x: number = 1" />',
    "x",
    "This is TypeScript: the browser gets it as it is, and JavaScript has no types.",
  ],
  // Places that it reaches.
  [
    '<input data-on:keydown={get("/x", { headers: { a: js`evt.kye` } })} />',
    "kye",
    "Property 'kye' does not exist on type 'KeyboardEvent'.",
  ],
  [
    "<input data-on:keydown={{ do: post(js`evt.kye`), prevent: true }} />",
    "kye",
    "Property 'kye' does not exist on type 'KeyboardEvent'.",
  ],
  ['<p data-show={"$opne" + " && true"} />', "$opne", "No signal $opne is declared."],
  [
    '<canvas data-ref="plot" data-init="$plot.getContxt(\'2d\')" />',
    "getContxt",
    "Property 'getContxt' does not exist on type 'HTMLCanvasElement'. Did you mean 'getContext'?",
  ],
  [
    "<p data-on:click=\"evt.composedPath()[0].clsoest('a')\" />",
    "clsoest",
    "Property 'clsoest' does not exist on type 'AnyElement'. Did you mean 'closest'?",
  ],
  // What a form and a storage have beside names of their own; what may be missing, and is of another type as well.
  [
    '<form data-on:submit="el.requestsubmit()" />',
    "requestsubmit",
    "Property 'requestsubmit' does not exist on type 'HTMLFormElement'. Did you mean 'requestSubmit'?",
  ],
  [
    '<form data-on:submit="el.coupon.valu"><input name="coupon" /></form>',
    "valu",
    "Property 'valu' does not exist on type 'AnyField'. Did you mean 'value'?",
  ],
  [
    '<div data-on:click="document.forms.search.rest()" />',
    "rest",
    "Property 'rest' does not exist on type 'HTMLFormElement'. Did you mean 'reset'?",
  ],
  ["<div data-effect=\"localStorage.setitem('a', 'b')\" />", "setitem", "There is no method 'setitem' here."],
  [
    '<form data-on:submit="evt.submitter.vlaue" />',
    "vlaue",
    "Property 'vlaue' does not exist on type 'AnyElement'. Did you mean 'value'?",
  ],
  ['<div data-on:click="$total = $items[0]?.title" />', "$total", "Type 'string' is not assignable to type 'number'."],
  ['<div data-on:click="$total = el.dataset.total" />', "$total", "Type 'string' is not assignable to type 'number'."],
  ['<div data-on:click="@toggleAl" />', "@", "An action is called: @toggleAl(…)."],
  // What loops of Rocket name.
  [
    '<template data-for={cart.items}><li data-text="item.titel" /></template>',
    "titel",
    "Property 'titel' does not exist on type '{ id: number; title: string; done: boolean; }'. Did you mean 'title'?",
  ],
  [
    '<template data-for="entry, n in $items"><li data-text="n.lenght" /></template>',
    "lenght",
    "Property 'lenght' does not exist on type 'number'.",
  ],
  [
    '<template data-for="entry in $items"><li data-text="entrie" /></template>',
    "entrie",
    "Cannot find name 'entrie'. A signal is $entrie, and text has quotes; what the page has by this name is declared by declare global { const entrie: … }.",
  ],
  [
    '<div><template data-for="entry in $items" /><p data-text="entry" /></div>',
    "entry",
    "Cannot find name 'entry'. A signal is $entry, and text has quotes; what the page has by this name is declared by declare global { const entry: … }.",
  ],
  // Names of fields hide no misspelling of a form's own.
  [
    '<form data-on:submit="$total = el.lenght" />',
    "lenght",
    "Property 'lenght' does not exist on type 'HTMLFormElement'. Did you mean 'length'?",
  ],
  [
    "<form data-on:submit=\"el.classlist.add('sent')\" />",
    "classlist",
    "Property 'classlist' does not exist on type 'HTMLFormElement'. Did you mean 'classList'?",
  ],
  [
    '<form data-on:submit="el.elements.coupon.valu" />',
    "valu",
    "Property 'valu' does not exist on type 'AnyField'. Did you mean 'value'?",
  ],
  [
    '<form data-on:submit="$total = el.elements.lenght" />',
    "lenght",
    "Property 'lenght' does not exist on type 'HTMLFormControlsCollection'. Did you mean 'length'?",
  ],
  [
    '<input data-on:change="el.form.requestSubmitt()" />',
    "requestSubmitt",
    "Property 'requestSubmitt' does not exist on type 'HTMLFormElement'. Did you mean 'requestSubmit'?",
  ],
  [
    '<div data-on:click="document.forms[0].lenght" />',
    "lenght",
    "Property 'lenght' does not exist on type 'HTMLFormElement'. Did you mean 'length'?",
  ],
  [
    '<div data-init="el.timer = setTimeout(() => {}, 9)" />',
    "timer",
    "Property 'timer' does not exist on type 'HTMLDivElement'. What a page keeps on an element has an underscore in front: _timer.",
  ],
  [
    '<div data-init="window.chart.draw(el)" />',
    "chart",
    "Property 'chart' does not exist on type 'Window & typeof globalThis'. What the page has by this name is declared by declare global { interface Window { chart: … } }.",
  ],
  [
    '<ul data-on:click="$total = evt.target.checked" />',
    "$total",
    "Type 'boolean' is not assignable to type 'number'.",
  ],
  [
    '<ul data-on:click="$name = evt.target.href.trimm()" />',
    "trimm",
    "Property 'trimm' does not exist on type 'string'. Did you mean 'trim'?",
  ],
  // What loops and conditions of Rocket go by.
  ['<template data-for="item in $nme"><li /></template>', "$nme", "No signal $nme is declared. Did you mean $name?"],
  [
    '<template data-for="n in $total"><li /></template>',
    "$total",
    "A 'number' has no items for data-for to go through.",
  ],
  [
    "<template data-for={js`${cart.total}`}><li /></template>",
    "${cart.total}",
    "A 'number' has no items for data-for to go through.",
  ],
  [
    '<template data-for={{ of: js`${cart.items}.fliter(Boolean)`, item: "todo" }}><li /></template>',
    "fliter",
    "Property 'fliter' does not exist on type '{ id: number; title: string; done: boolean; }[]'. Did you mean 'filter'?",
  ],
  ['<template data-if="$totl"><li /></template>', "$totl", "No signal $totl is declared. Did you mean $total?"],
  [
    '<template data-else-if="$total = 1"><li /></template>',
    "$total = 1",
    "This sets a value whenever data-else-if is worked out: === compares.",
  ],
  // Of the kinds above, in other places.
  [
    '<div data-on:click="$items.pusch(1)" />',
    "pusch",
    "Property 'pusch' does not exist on type '{ id: number; title: string; done: boolean; }[]'. Did you mean 'push'?",
  ],
  [
    '<div data-text="$items.map((item) => item.titel).join()" />',
    "titel",
    "Property 'titel' does not exist on type '{ id: number; title: string; done: boolean; }'. Did you mean 'title'?",
  ],
  ['<div data-on:click="windw.scrollTo(0, 0)" />', "windw", "Cannot find name 'windw'. Did you mean 'window'?"],
  ["<div data-on:click=\"el.classList.ad('x')\" />", "ad", "Property 'ad' does not exist on type 'DOMTokenList'."],
  [
    "<div data-on:drop=\"evt.dataTransfr.getData('x')\" />",
    "dataTransfr",
    "Property 'dataTransfr' does not exist on type 'DragEvent'. Did you mean 'dataTransfer'?",
  ],
  [
    '<div data-text="$total.toFixd(2)" />',
    "toFixd",
    "Property 'toFixd' does not exist on type 'number'. Did you mean 'toFixed'?",
  ],
  ["<div data-on:click=\"$open = 'yes'\" />", "$open", "Type 'string' is not assignable to type 'boolean'."],
  [
    '<div data-on:click="$items = {}" />',
    "$items",
    "Type '{}' is missing the following properties from type '{ id: number; title: string; done: boolean; }[]': length, pop, push, concat, and 35 more.",
  ],
  ["<div data-on:click=\"$user.age = '30'\" />", "$user.age", "Type 'string' is not assignable to type 'number'."],
  [
    "<div data-on:click=\"$user = { email: '' }\" />",
    "$user",
    "Property 'age' is missing in type '{ email: string; }' but required in type '{ email: string; age: number; }'.",
  ],
  [
    '<div data-show="$tab === 5" />',
    "$tab === 5",
    "This comparison appears to be unintentional because the types 'string' and 'number' have no overlap.",
  ],
  [
    '<div data-text="Object.kys($byId)" />',
    "kys",
    "Property 'kys' does not exist on type 'ObjectConstructor'. Did you mean 'keys'?",
  ],
  ['<div data-on:click="locaton.reload()" />', "locaton", "Cannot find name 'locaton'. Did you mean 'location'?"],
  [
    '<div data-on:click="setTimeot(() => $open = false, 10)" />',
    "setTimeot",
    "Cannot find name 'setTimeot'. Did you mean 'setTimeout'?",
  ],
  ['<div data-on:click="@toggelAll()" />', "@toggelAll", "There is no action @toggelAll. Did you mean @toggleAll?"],
  [
    "<div data-on:click=\"@post('/x', { header: {} })\" />",
    "header",
    "Object literal may only specify known properties, but 'header' does not exist in type 'ClientOptions'. Did you mean to write 'headers'?",
  ],
  [
    "<div data-on:click=\"@post('/x', { retryInterval: '1s' })\" />",
    "retryInterval",
    "Type 'string' is not assignable to type 'number'.",
  ],
  [
    '<div data-on:click="for (const i of $total) console.log(i)" />',
    "$total",
    "Type 'number' must have a '[Symbol.iterator]()' method that returns an iterator.",
  ],
  [
    '<div data-on:click="$name()" />',
    "$name",
    "This expression is not callable.\n  Type 'String' has no call signatures.",
  ],
  [
    "<div data-on:click=\"new Intl.NumberFormt('en')\" />",
    "NumberFormt",
    "Property 'NumberFormt' does not exist on type 'typeof Intl'. Did you mean 'NumberFormat'?",
  ],
  [
    '<div data-on:submit="evt.preventDefualt()" />',
    "preventDefualt",
    "Property 'preventDefualt' does not exist on type 'SubmitEvent'. Did you mean 'preventDefault'?",
  ],
  [
    "<div data-on:click=\"el.style.colr = 'red'\" />",
    "colr",
    "Property 'colr' does not exist on type 'CSSStyleDeclaration'. Did you mean 'color'?",
  ],
  [
    '<div data-show="$user.email.lenght > 0" />',
    "lenght",
    "Property 'lenght' does not exist on type 'string'. Did you mean 'length'?",
  ],
  ['<div data-text="$nme.first" />', "$nme", "No signal $nme is declared. Did you mean $name?"],
  ['<div data-on:click="const x = 1; x = 2" />', "x", "Cannot assign to 'x' because it is a constant."],
  [
    '<div data-on:click="navigator.clipbord.writeText($name)" />',
    "clipbord",
    "Property 'clipbord' does not exist on type 'Navigator'. Did you mean 'clipboard'?",
  ],
  [
    '<div data-on:click="$total = $items" />',
    "$total",
    "Type '{ id: number; title: string; done: boolean; }[]' is not assignable to type 'number'.",
  ],
  ['<div data-on:click="return $opne" />', "$opne", "No signal $opne is declared."],
  [
    '<div data-on:touchstart="evt.touch[0]" />',
    "touch",
    "Property 'touch' does not exist on type 'TouchEvent'. Did you mean 'touches'?",
  ],
  [
    "<div data-on:click=\"$items[0].done = 'yes'\" />",
    "$items[0].done",
    "Type 'string' is not assignable to type 'boolean'.",
  ],
  [
    "<div data-on:click=\"document.querySelecter('a')\" />",
    "querySelecter",
    "Property 'querySelecter' does not exist on type 'Document'. Did you mean 'querySelector'?",
  ],
  // Of unions, of lists of so many items, and of what need not be there.
  [
    "<div data-text=\"$phase.kind === 'open' ? $phase.at : ''\" />",
    "at",
    "Property 'at' does not exist on type '{ kind: \"open\"; }'.",
  ],
  [
    "<div data-on:click=\"$phase = { kind: 'sent' }\" />",
    "$phase",
    "Type '{ kind: \"sent\"; }' is not assignable to type '{ kind: \"open\"; } | { kind: \"sent\"; at: number; }'.\n  Property 'at' is missing in type '{ kind: \"sent\"; }' but required in type '{ kind: \"sent\"; at: number; }'.",
  ],
  ['<div data-text="$pair[2]" />', "2", "Tuple type '[number, number]' of length '2' has no element at index '2'."],
  ["<div data-on:click=\"$pair = [1, '2']\" />", "'2'", "Type 'string' is not assignable to type 'number'."],
  [
    "<div data-on:click=\"$wish = { title: '', due: 1 }\" />",
    "due",
    "Type 'number' is not assignable to type 'string'.",
  ],
  // What constants, conditions and spreads bring.
  [
    '<div>{(() => { const onEnter = "evt.key"; return <b data-on:click={onEnter} />; })()}</div>',
    "key",
    "Property 'key' does not exist on type 'PointerEvent'.",
  ],
  [
    '<div>{(() => { const misspelt = { "data-show": "$totl" }; return <b {...misspelt} />; })()}</div>',
    "$totl",
    "No signal $totl is declared. Did you mean $total?",
  ],
  [
    '<div>{(() => { const onSave = { click: "$totl++" }; return <b data-on={onSave} />; })()}</div>',
    "$totl",
    "No signal $totl is declared. Did you mean $total?",
  ],
  ['<div {...(todo.done && { "data-show": "$opne" })} />', "$opne", "No signal $opne is declared."],
  [
    '<div {...(todo.done ? { "data-text": "$nme" } : {})} />',
    "$nme",
    "No signal $nme is declared. Did you mean $name?",
  ],
  [
    '<div data-text={new Expression<string>("$total")} />',
    "$total",
    "Type 'number' is not assignable to type 'string'.",
  ],
  // What is like no other name may be one of the page's own.
  [
    '<p data-init="refreshAll()" />',
    "refreshAll",
    "Cannot find name 'refreshAll'. A signal is $refreshAll, and text has quotes; what the page has by this name is declared by declare global { const refreshAll: … }.",
  ],
  [
    '<p data-init="withViewTransition()" />',
    "withViewTransition",
    "Cannot find name 'withViewTransition'. Did you mean 'ViewTransition'? What the page has by this name is declared by declare global { const withViewTransition: … }.",
  ],
  [
    '<p data-init="window.showMessage()" />',
    "showMessage",
    "Property 'showMessage' does not exist on type 'Window & typeof globalThis'. Did you mean 'onmessage'? What the page has by this name is declared by declare global { interface Window { showMessage: … } }.",
  ],
  [
    "<p data-on:click=\"document.getElementById('slider').goForward(1)\" />",
    "goForward",
    "Property 'goForward' does not exist on type 'AnyElement'. A custom element is known by declare global { interface HTMLElementTagNameMap { … } }.",
  ],
  ['<my-list data-on:change="evt.detials" />', "detials", "Property 'detials' does not exist on type 'Event'."],
  // Of what may be missing, and would be wrong if it were there.
  [
    '<div data-on:click="const { titel } = $items[0]; $name = titel" />',
    "titel",
    "Property 'titel' does not exist on type '{ id: number; title: string; done: boolean; }'.",
  ],
  [
    '<div data-on:click="$items = $items.find((i) => i.done)" />',
    "$items",
    "Type '{ id: number; title: string; done: boolean; }' is not assignable to type '{ id: number; title: string; done: boolean; }[]'.",
  ],
  [
    '<div data-on:click="$total = $items[0]" />',
    "$total",
    "Type '{ id: number; title: string; done: boolean; }' is not assignable to type 'number'.",
  ],
  // The id of an element, and more likely the name of a signal.
  [
    '<input id="filterText" data-show="filterText.length" />',
    "filterText",
    "Cannot find name 'filterText'. A signal is $filterText, and text has quotes; what the page has by this name is declared by declare global { const filterText: … }.",
  ],
  // What computed signals hold.
  [
    '<p data-computed:doubled="$total * 2" data-text="$doubled.toFixd()" />',
    "toFixd",
    "Property 'toFixd' does not exist on type 'number'. Did you mean 'toFixed'?",
  ],
  [
    '<p data-computed={{ head: js`${cart.items}[0]` }} data-text="$head.titel" />',
    "titel",
    "Property 'titel' does not exist on type '{ id: number; title: string; done: boolean; }'. Did you mean 'title'?",
  ],
  [
    "<p data-computed:mood=\"$open ? 'up' : 'down'\" data-show=\"$mood === 'left'\" />",
    "$mood === 'left'",
    `This comparison appears to be unintentional because the types '"down" | "up"' and '"left"' have no overlap.`,
  ],
  [
    '<p data-computed={{ full: js`${cart.name}.trim()` }} data-on:click="$total = $full" />',
    "$total",
    "Type 'string' is not assignable to type 'number'.",
  ],
  // Syntax.
  ['<p data-text="$total +" />', "+", "Unexpected token"],
  ['<p data-on:click="if ($open { $total++ }" />', "{", "Expected `)` but found `{`"],
  [
    "<p data-text={js`${cart.total} as number`} />",
    "${cart.total}",
    "This is TypeScript: the browser gets it as it is, and JavaScript has no types.",
  ],
];

describe.each(versions)("with TypeScript %s", (version) => {
  let found: readonly (readonly Found[])[] = [];
  beforeAll(async () => {
    const elements = mistakes.map(([element]) => element);
    found = await checkElements(elements, version);
  }, 120_000);

  test.each(mistakes.map((row, i) => [i, ...row] as const))("%i %s", (i, _, culprit, message) => {
    expect(found[i]).toEqual([{ culprit, message: expect.any(String) }]);
    // The order of the properties of a type is for each version to choose, and what it suggests.
    if (version === "7") expect(found[i]?.[0]?.message).toBe(message);
  });
});
