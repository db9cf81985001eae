// Outlets compared: choose a figure, say who has most of it, look.
function render({ model, el }) {
  const W = model.get("words"), id = `mk-outlets-${Math.random().toString(36).slice(2, 10)}`;
  const option = (value, text) => node("option", { value }, text);
  const figure = node("select", { id: `${id}-figure`, ...KEEP }, ...model.get("figures").map(([value, text]) => option(value, text)));
  const guess = node("select", { id: `${id}-guess`, ...KEEP }, ...model.get("names").map((name) => option(name, name || "–")));
  const status = node("p", { role: "status", class: "mk-status" });
  const shown = node("div", {});
  const label = (control, text) => node("label", { for: control.id, class: "mk-paste-label" }, text);
  const look = () => model.send({ do: "look", figure: figure.value, guess: guess.value });
  const paint = () => {
    const found = model.get("found");
    status.textContent = model.get("status");
    shown.replaceChildren(...(found.rows ? [
      ...found.lines.slice(1).map((text) => node("p", {}, text)),
      node("div", { class: "mk-scroll", tabindex: "0", role: "region", "aria-label": fill(W.outlets_picture, { a: found.caption }), ...KEEP }, drawing(found.picture)),
      table(found.caption, found.heads, found.rows)] : []));
  };
  el.replaceChildren(node("section", { class: "mk mk-paste", "aria-label": W.outlets_label }, node("p", { class: "mk-paste-label" }, W.outlets_label), node("p", { class: "mk-by" }, W.outlets_hint),
    label(figure, W.outlets_figure), figure, label(guess, W.outlets_guess), guess, node("div", { class: "mk-row" }, button(W.outlets_look, look, "main")), status, shown));
  el.firstChild.addEventListener("keydown", (event) => event.stopPropagation());
  model.on("change:found", paint);
  model.on("change:status", paint);
  paint();
  return () => { model.off("change:found", paint); model.off("change:status", paint); };
}
export default { render };
