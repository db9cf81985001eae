// The box to paste an article into. The text goes to the kernel on this computer and nowhere else.
const KEEP = "data-lm-suppress-shortcuts";

function render({ model, el }) {
  const W = model.get("words");
  const id = `mk-paste-${Math.floor(performance.now())}-${el.ownerDocument.querySelectorAll("textarea").length}`;
  const root = document.createElement("section");
  root.className = "mk mk-paste";
  root.setAttribute("aria-label", W.paste_label);
  const make = (tag, attributes, text = "") => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.textContent = text;
    return made;
  };
  const label = make("label", { for: id, class: "mk-paste-label" }, W.paste_label);
  const hint = make("p", { id: `${id}-hint`, class: "mk-by" }, W.paste_hint);
  const box = make("textarea", { id, rows: "10", spellcheck: "false", "aria-describedby": `${id}-hint`, [KEEP]: "true" });
  box.value = model.get("text");
  const all = make("input", { type: "checkbox", id: `${id}-all`, [KEEP]: "true" });
  const allLabel = make("label", { for: `${id}-all` }, ` ${W.paste_all}`);
  const row = make("div", { class: "mk-row" });
  const button = make("button", { type: "button", class: "mk-btn main", [KEEP]: "true" }, W.paste_button);
  const status = make("p", { role: "status", class: "mk-status" });
  row.append(button, all, allLabel);
  const file = make("input", { type: "file", id: `${id}-file`, accept: model.get("types").join(), [KEEP]: "true" });
  const fileLabel = make("label", { for: `${id}-file` }, W.paste_file);
  const fileRow = make("div", { class: "mk-row" });
  fileRow.append(fileLabel, file);
  file.addEventListener("change", async () => {
    const chosen = file.files[0];
    if (!chosen) return;
    if (chosen.size > model.get("largest")) return void (status.textContent = W.paste_large.replace("{a}", Math.round(model.get("largest") / 1e6)));
    status.textContent = W.paste_wait;
    model.send({ do: "file", name: chosen.name, everything: all.checked }, undefined, [await chosen.arrayBuffer()]);
  });
  const again = make("div", { class: "mk-row" });
  for (const old of model.get("earlier")) {
    const open = make("button", { type: "button", class: "mk-btn sm", [KEEP]: "true" }, W.paste_again.replace("{a}", old.title));
    open.addEventListener("click", () => model.send({ do: "again", id: old.id }));
    again.append(open);
  }
  root.append(label, hint, box, row, fileRow, status, again);
  el.replaceChildren(root);
  root.addEventListener("keydown", (event) => event.stopPropagation());
  button.addEventListener("click", () => {
    if (box.value.trim()) status.textContent = W.paste_wait;
    model.send({ do: "paste", text: box.value, everything: all.checked });
  });
  const told = () => (status.textContent = model.get("status"));
  model.on("change:status", told);
  told();
  return () => model.off("change:status", told);
}
export default { render };
