// The teacher's editor. Python keeps the draft and decides what may stand in it; here it is painted and typed. parts.js stands before it.
class Editor {
  constructor(model, el) {
    Object.assign(this, { model, el, W: model.get("words"), id: `mk-${Math.random().toString(36).slice(2, 10)}` });
    this.notice = node("p", { class: "mk-notice", role: "status", tabindex: "-1", hidden: true });
    this.body = node("div", {});
    this.root = node("div", { class: "mk mk-edit", role: "group", "aria-label": this.W.edit_title },
      node("div", { class: "mk-in" }, node("h2", { class: "mk-title" }, this.W.edit_title), this.notice, this.body));
    this.root.addEventListener("keydown", (event) => event.stopPropagation());
    el.replaceChildren(this.root);
    unclip(el);
    this.tell();
    this.build();
  }
  get sheet() { return this.model.get("sheet"); }
  send(step, more = {}, buffers) { this.model.send({ do: step, ...more }, undefined, buffers); }
  tell() {
    const text = this.model.get("notice"), findings = this.model.get("findings");
    this.notice.hidden = !text;
    this.notice.replaceChildren(text, ...(findings.length ? [node("ul", {}, ...findings.map((f) => node("li", {}, f)))] : []));
  }

  // ---- an article
  build() {
    const page = this.model.get("page");
    if (!page.terms) return this.body.replaceChildren(this.box());
    this.terms = Object.fromEntries(page.terms.map((term) => [term.id, term]));
    this.claims = page.paragraphs.flat();
    this.at = this.claims.some((c) => c.id === this.at) ? this.at : this.claims[0].id;
    this.spans = {};
    const text = node("div", { class: "mk-text", lang: page.text_language }, ...page.paragraphs.map((claims) => node("p", { class: "mk-par" }, ...claims.flatMap((claim) => [this.claim(claim), " "]))));
    this.panel = node("div", { class: "mk-panel", role: "group", "aria-label": this.W.panel });
    this.tools = { undo: button(this.W.edit_undo, () => this.send("undo"), "sm"), redo: button(this.W.edit_redo, () => this.send("redo"), "sm") };
    this.count = node("p", { class: "mk-sum" });
    this.shown = node("div", {});
    this.body.replaceChildren(
      node("div", { class: "mk-body" }, node("div", {}, node("div", { class: "mk-row" }, this.tools.undo, this.tools.redo), this.count, text), this.panel),
      this.aboutPart(page), this.shown);
    this.show();
    this.preview();
  }
  box() {
    const W = this.W, id = `${this.id}-box`;
    const area = node("textarea", { id, rows: "12", spellcheck: "false", ...KEEP });
    const file = node("input", { type: "file", id: `${id}-file`, accept: ".txt,.html,.htm,.docx,.pdf", ...KEEP, onchange: async () => {
      const chosen = file.files[0];
      if (chosen) this.send("file", { name: chosen.name }, [await chosen.arrayBuffer()]);
    } });
    return node("div", { class: "mk-paste" }, node("label", { for: id, class: "mk-paste-label" }, W.edit_paste), area,
      node("div", { class: "mk-row" }, button(W.edit_open, () => this.send("open", { text: area.value }), "main"), node("label", { for: `${id}-file` }, W.paste_file), file));
  }
  claim(claim) {
    const span = node("span", { class: "mk-claim", role: "button", tabindex: "-1", ...KEEP, onclick: () => this.open(claim.id) });
    span.addEventListener("keydown", (event) => this.key(event));
    this.spans[claim.id] = span;
    return span;
  }
  key(event) {
    const at = this.claims.findIndex((c) => c.id === this.at), last = this.claims.length - 1;
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
    const group = this.sheet[this.at], own = this.terms[group.verdict].own;
    const hit = Object.values(this.terms).find((t) => t.hot === event.key.toLowerCase() && (t.group === "verdict" || t.group === (own ? "need" : "kind")));
    if (event.ctrlKey && event.key.toLowerCase() === "z") this.send("undo");
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (to !== undefined) this.open(this.claims[Math.max(0, Math.min(last, to))].id);
    else if (event.key === "Enter" || event.key === " ") this.panel.querySelector("input:checked")?.focus();
    else if (hit) this.change({ [hit.group]: hit.id });
    else return;
    event.preventDefault();
  }
  open(id, focus = true) {
    this.at = id;
    this.show();
    if (focus) this.spans[id].focus();
  }
  change(given) { this.send("change", { claim: this.at, given }); }

  // ---- painting
  show() {
    const looked = new Set(this.model.get("looked")), steps = this.model.get("steps");
    for (const claim of this.claims) {
      const span = this.spans[claim.id], g = this.sheet[claim.id], mark = this.terms[g.verdict].mark, here = claim.id === this.at;
      const words = [g.verdict, g.kind || g.need].filter(Boolean).map((id) => this.terms[id].label).join(": ");
      const chip = node("span", { class: "mk-chip" }, quiet(`${this.W.claim} `), String(claim.n), node("span", { class: "mk-let", "aria-hidden": "true" }, looked.has(claim.id) ? mark : `${mark}?`), quiet(`. ${words}. `));
      span.replaceChildren(node("span", { class: "mk-nb" }, chip, "\u2060"), claim.text);
      span.dataset.mark = mark;
      span.tabIndex = here ? 0 : -1;
      here ? span.setAttribute("aria-current", "true") : span.removeAttribute("aria-current");
    }
    this.count.textContent = fill(this.W.edit_looked, { a: looked.size, b: this.claims.length });
    this.tools.undo.disabled = !steps.undo;
    this.tools.redo.disabled = !steps.redo;
    this.fillPanel(looked);
  }
  fillPanel(looked) {
    // what is being typed stays, with its place, when an answer to an earlier step arrives
    const active = this.root.getRootNode().activeElement, kept = this.panel.contains(active) && this.filled === this.at ? active : null;
    const W = this.W, g = this.sheet[this.at], claim = this.claims.find((c) => c.id === this.at), own = this.terms[g.verdict].own;
    const fitting = this.model.get("page").questions.filter((q) => q.id === "verdict" || q.own === own);
    const next = this.claims.find((c) => !looked.has(c.id) && c.id !== this.at);
    refill(this.panel,
      node("div", { class: "mk-p-head" }, node("h3", {}, node("b", {}, `${W.claim} ${claim.n}`))),
      node("p", { class: "mk-sum" }, claim.machine),
      ...this.model.get("objections").filter((o) => o.claim === this.at).map((o) => this.objection(o)),
      ...fitting.map((q) => (q.id === "verdict" ? this.radios(q, g) : this.select(q, g))),
      this.text("source", W.edit_source, "input", own), this.text("why", W.edit_why, "textarea", false), this.accepts(fitting, g),
      node("div", { class: "mk-row mk-prog" }, button(W.edit_keep, () => this.change({}), looked.has(this.at) ? "" : "main"),
        next ? button(W.edit_next, () => this.open(next.id), looked.has(this.at) ? "main" : "") : null));
    this.filled = this.at;
    const again = kept && kept.id ? this.panel.querySelector(`#${kept.id}`) : null;
    if (!again) return;
    again.focus();
    if (kept.matches("textarea, input[type=text]")) {
      again.value = kept.value;
      again.setSelectionRange(kept.selectionStart, kept.selectionEnd);
    }
  }
  objection(o) {
    return node("div", { class: "mk-contested" }, node("p", {}, o.text), node("div", { class: "mk-row" },
      button(this.W.edit_uphold, () => this.send("rule", { id: o.id, upheld: true }), "sm"), button(this.W.edit_reject, () => this.send("rule", { id: o.id, upheld: false }), "sm")));
  }
  list(group) { return Object.values(this.terms).filter((term) => term.group === group); }
  radios(question, g) {
    return node("fieldset", { class: "mk-q" }, node("legend", {}, question.text), node("div", { class: "mk-opts" }, ...this.list(question.id).map((term) => {
      const id = `${this.id}-${term.id}`, input = node("input", { type: "radio", name: `${this.id}-${question.id}`, id, value: term.id, ...KEEP, onchange: () => this.change({ [question.id]: term.id }) });
      input.checked = g[question.id] === term.id;
      return node("label", { class: "mk-opt", for: id }, input, badge(term.mark), node("span", {}, term.label));
    })));
  }
  select(question, g) {
    const id = `${this.id}-${question.id}`, box = node("select", { id, ...KEEP, onchange: () => this.change({ [question.id]: box.value }) },
      node("option", { value: "" }, this.W.edit_none), ...this.list(question.id).map((term) => node("option", { value: term.id }, term.label)));
    box.value = g[question.id] || "";
    return node("div", { class: "mk-field" }, node("label", { for: id }, question.text), box);
  }
  text(name, label, tag, hidden) {
    if (hidden) return null;
    const id = `${this.id}-${name}`, claim = this.at;
    const box = node(tag, { id, maxlength: this.model.get("page").longest[name], ...(tag === "textarea" ? { rows: "3" } : { type: "text" }), ...KEEP,
      onchange: () => { if (box.value !== this.sheet[claim][name]) this.send("change", { claim, given: { [name]: box.value } }); } });
    box.value = this.sheet[claim][name];
    return node("div", { class: "mk-field" }, node("label", { for: id }, label), box);
  }
  accepts(fitting, g) {
    const taken = new Set(fitting.map((q) => g[q.id]));
    const put = () => this.change({ accept: [...group.querySelectorAll("input:checked")].map((input) => input.value) });
    const group = node("div", { class: "mk-row" }, ...fitting.flatMap((q) => this.list(q.id)).filter((term) => !taken.has(term.id)).map((term) => {
      const input = node("input", { type: "checkbox", value: term.id, id: `${this.id}-accept-${term.id}`, ...KEEP, onchange: put });
      input.checked = g.accept.includes(term.id);
      return node("label", { class: "mk-switch" }, input, term.label);
    }));
    return node("details", { class: "mk-field", ...(g.accept.length ? { open: true } : {}) }, node("summary", { ...KEEP }, this.W.edit_accept), group);
  }

  // ---- the exercise
  aboutPart(page) {
    const W = this.W, about = this.model.get("about"), names = ["title", "name", "level", "licence", "origin"];
    this.fields = Object.fromEntries(names.map((name) => {
      const id = `${this.id}-about-${name}`, put = () => this.send("about", { given: { [name]: box.value } });
      const box = name === "level"
        ? node("select", { id, ...KEEP, onchange: put }, ...["easy", "middle", "hard"].map((level) => node("option", { value: level }, W[`edit_level_${level}`])))
        : node("input", { id, type: "text", ...KEEP, onchange: put });
      box.value = about[name];
      box.dataset.known = about[name];
      return [name, box];
    }));
    const asked = page.asked.map((q) => {
      const input = node("input", { type: "checkbox", value: q.id, id: `${this.id}-ask-${q.id}`, ...KEEP });
      input.checked = q.usual;
      return node("label", { class: "mk-switch" }, input, q.text);
    });
    const check = (name, text) => { const input = node("input", { type: "checkbox", id: `${this.id}-${name}`, ...KEEP }); return [input, node("label", { class: "mk-switch" }, input, text)]; };
    const [rounds, roundsLabel] = check("rounds", W.edit_rounds), [weigh, weighLabel] = check("weigh", W.edit_weigh);
    const build = () => this.send("build", { questions: asked.map((l) => l.querySelector("input")).filter((i) => i.checked).map((i) => i.value), rounds: rounds.checked, weigh: weigh.checked });
    return node("section", { class: "mk-part" }, node("h3", {}, W.edit_about),
      ...names.map((name) => node("div", { class: "mk-field" }, node("label", { for: `${this.id}-about-${name}` }, W[`edit_name_${name}`]), this.fields[name])),
      node("div", { class: "mk-row" }, button(W.edit_save, () => this.send("save"), "main"), button(W.edit_preview, () => this.send("preview"))),
      node("fieldset", { class: "mk-field" }, node("legend", {}, W.edit_asked), ...asked), roundsLabel, weighLabel,
      node("div", { class: "mk-row" }, button(W.edit_build, build, "main")));
  }
  // A field that is being filled in keeps what was typed; the others follow the draft.
  showAbout() {
    for (const [name, box] of Object.entries(this.fields || {})) {
      const now = this.model.get("about")[name];
      if (box.value === box.dataset.known) box.value = now;
      box.dataset.known = now;
    }
  }
  // The student's page in a frame of its own: it may run its script, and reaches nothing of this page.
  preview() {
    const html = this.model.get("preview");
    this.shown?.replaceChildren(...(html ? [button(this.W.edit_preview_close, () => this.send("close")), node("iframe", { class: "mk-frame", title: this.W.edit_preview_label, sandbox: "allow-scripts", srcdoc: html })] : []));
  }
}

function render({ model, el }) {
  const editor = new Editor(model, el);
  const on = {
    "change:page": () => editor.build(),
    "change:sheet": () => editor.claims && editor.show(),
    "change:looked": () => editor.claims && editor.show(),
    "change:steps": () => editor.claims && editor.show(),
    "change:objections": () => editor.claims && editor.show(),
    "change:about": () => editor.showAbout(),
    "change:notice": () => editor.tell(),
    "change:findings": () => editor.tell(),
    "change:preview": () => editor.preview(),
  };
  for (const [name, action] of Object.entries(on)) model.on(name, action);
  return () => { for (const [name, action] of Object.entries(on)) model.off(name, action); };
}
export default { render };
