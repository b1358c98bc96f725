// The items of a list are dragged by their `.handle`: with a mouse, a finger or a pen.
/* oxlint-disable-next-line no-unused-vars */
function sortable(list, onDrop) {
  const middleOf = (element) => {
    const { top, height } = element.getBoundingClientRect();
    return top + height / 2;
  };
  list.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".handle");
    const item = handle?.closest("li");
    if (!item || event.button !== 0) return;
    event.preventDefault();
    // The others move around the one that is dragged: what leaves the page would lose the pointer.
    const drag = ({ clientY }) => {
      const { previousElementSibling: above, nextElementSibling: below } = item;
      if (above && clientY < middleOf(above)) item.after(above);
      else if (below && clientY > middleOf(below)) item.before(below);
    };
    const drop = () => {
      handle.removeEventListener("pointermove", drag);
      item.classList.remove("dragged");
      onDrop(item, [...list.children].indexOf(item));
    };
    item.classList.add("dragged");
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener("pointermove", drag);
    handle.addEventListener("lostpointercapture", drop, { once: true });
  });
}
