// The actions that send nothing.
import { js, peek, setAll, signals, toggleAll } from "datastar-tsx";
import { expect } from "vitest";
import { eventually, signalsOf, test } from "./page.js";

test("setAll and toggleAll change the signals that match", async ({ open }) => {
  const page = await open(
    <div data-signals={{ a: 1, b: { c: 2, isOn: true }, isOff: false }}>
      <button id="set" data-on:click={setAll("it's @x(", { include: /^(a|b\.c)$/ })} />
      <button id="toggle" data-on:click={toggleAll({ include: "is", exclude: /Never$/ })} />
      <button id="all" data-on:click={setAll(0)} />
    </div>,
  );
  await page.click("#toggle");
  await eventually(() => signalsOf(page)).toEqual({ a: 1, b: { c: 2, isOn: false }, isOff: true });
  await page.click("#set");
  await eventually(() => signalsOf(page)).toEqual({ a: "it's @x(", b: { c: "it's @x(", isOn: false }, isOff: true });
  await page.click("#all");
  await eventually(() => signalsOf(page)).toEqual({ a: 0, b: { c: 0, isOn: 0 }, isOff: 0 });
});

test("peek reads a signal without following it", async ({ open }) => {
  const state = signals({ followed: 1, peeked: 1 });
  const page = await open(
    <div data-signals={state}>
      <p data-text={js`${state.followed} + ':' + ${peek(js`${state.peeked} * 10`)}`} />
      <button id="peeked" data-on:click={js`${state.peeked}++`} />
      <button id="followed" data-on:click={js`${state.followed}++`} />
    </div>,
  );
  await page.click("#peeked");
  await eventually(() => signalsOf(page)).toEqual({ followed: 1, peeked: 2 });
  expect(await page.textContent("p")).toBe("1:10");
  await page.click("#followed");
  await eventually(() => page.textContent("p")).toBe("2:20");
});
