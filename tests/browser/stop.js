// Where the keyboard is now: its name, whether it can be seen, and how far down the page it stands.
() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const box = here.getBoundingClientRect(), style = getComputedStyle(here);
  const ringed = style.boxShadow !== "none" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);
  const x = Math.min(Math.max(box.x + Math.min(box.width / 2, 20), 1), innerWidth - 2);
  const y = Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 2);
  const top = document.elementFromPoint(x, y);
  const faults = [];
  if (!ringed) faults.push("has no ring");
  if (box.top < 0 || box.bottom > innerHeight) faults.push("is out of sight");
  else if (!top || !(here.contains(top) || top.contains(here))) faults.push("is covered");
  return {
    name: (here.innerText || here.getAttribute("aria-label") || here.name || "").trim().slice(0, 60),
    inside: !!here.closest("main"),
    down: box.top + scrollY,
    faults,
  };
}
