// The swap bench: choose a claim, change it, see which answers change.
function render({ model, el }) {
  const W = model.get("words"), claims = model.get("claims"), id = `mk-bench-${Math.random().toString(36).slice(2, 10)}`;
  const pick = node("select", { id: `${id}-pick`, ...KEEP }, ...claims.map((claim) => node("option", { value: claim.id }, claim.label)));
  const box = node("textarea", { id: `${id}-text`, rows: "3", spellcheck: "false", maxlength: "2000", ...KEEP });
  const status = node("p", { role: "status", class: "mk-status" });
  const shown = node("div", {});
  const chosen = () => claims.find((claim) => claim.id === pick.value);
  const fillBox = () => { box.value = chosen().text; };
  pick.addEventListener("change", fillBox);
  const send = () => model.send({ do: "swap", claim: pick.value, text: box.value });
  const paint = () => {
    status.textContent = model.get("status");
    const rows = model.get("rows");
    shown.replaceChildren(...(rows.length ? [table(W.bench_table, ["", W.bench_before, W.bench_after], rows.map(([name, old, now]) => [name, old, old === now ? now : node("b", {}, now)]))] : []));
  };
  const label = (control, text) => node("label", { for: control.id, class: "mk-paste-label" }, text);
  el.replaceChildren(node("section", { class: "mk mk-paste", "aria-label": W.bench_label }, node("p", { class: "mk-paste-label" }, W.bench_label), node("p", { class: "mk-by" }, W.bench_hint),
    label(pick, W.bench_pick), pick, label(box, W.bench_after), box, node("div", { class: "mk-row" }, button(W.bench_run, send, "main")), status, shown));
  el.firstChild.addEventListener("keydown", (event) => event.stopPropagation());
  fillBox();
  model.on("change:rows", paint);
  model.on("change:status", paint);
  paint();
  return () => { model.off("change:rows", paint); model.off("change:status", paint); };
}
export default { render };
