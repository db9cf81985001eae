// Paints what Python says and tells Python what was chosen. All words, terms and answers come from the model;
// the text arrives already cut into runs, so no place in it is counted here.
const KEEP = { "data-lm-suppress-shortcuts": "true" }; // on every focusable element: JupyterLab cuts the cell on "x" otherwise
const ICONS = {
  full: '<circle cx="8" cy="8" r="6.5" fill="currentColor"/>',
  half: '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor"/>',
  none: '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.4 2.3"/>',
  pen: '<path d="M3 13l1-3.5L10.500 3 13 5.500 6.500 12z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>',
};
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);


function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}
function icon(name) {
  const made = node("span", { class: "mk-ico", "aria-hidden": "true" });
  made.innerHTML = ICONS[name] ? `<svg viewBox="0 0 16 16">${ICONS[name]}</svg>` : "";
  return made;
}
const badge = (mark) => node("span", { class: "mk-badge", "aria-hidden": "true" }, mark);
const quiet = (text) => node("span", { class: "mk-vh" }, text);
const button = (text, action, kind = "") => node("button", { type: "button", class: `mk-btn ${kind}`, ...KEEP, onclick: action }, text);

class Reader {
  constructor(model, el) {
    Object.assign(this, { model, el, id: `mk-${Math.random().toString(36).slice(2, 10)}`, page: model.get("page"), step: "verdict", warned: false });
    this.W = this.page.words;
    this.terms = Object.fromEntries(this.page.terms.map((term) => [term.id, term]));
    this.asked = this.page.paragraphs.flat().filter((claim) => claim.asked).map((claim) => claim.id);
    this.numbers = Object.fromEntries(this.page.paragraphs.flat().map((claim) => [claim.id, claim.n]));
    this.guesses = structuredClone(model.get("guesses"));
    this.at = this.asked.find((id) => !this.complete(id)) || this.asked[0];
    this.keys = readSwitch();
    this.build();
    this.show(false);
  }
  get compared() { return this.model.get("phase") === "compare"; }
  guess(id = this.at) { return this.guesses[id] || {}; }
  complete(id) { const g = this.guess(id); return Boolean(g.verdict && g.detail && g.sure); }
  own(id = this.at) { const g = this.guess(id); return Boolean(g.verdict) && this.terms[g.verdict].own; }
  list(group) { return this.page.terms.filter((term) => term.group === group); }

  // ---- the frame, built once
  build() {
    const W = this.W;
    this.steps = [W.steps_guess, W.steps_compare].map((text) => node("li", {}, text));
    this.legend = node("p", { class: "mk-legend" }, W.letters, ...this.list("verdict").map((v) =>
      node("span", { class: "mk-sw", "data-mark": v.mark }, node("b", {}, v.mark), " ", v.label.toLowerCase())));
    this.notice = node("p", { class: "mk-notice", hidden: true });
    this.spans = {};
    const text = node("div", { role: "group", "aria-label": fill(W.article, { a: this.asked.length }) },
      ...this.page.paragraphs.map((claims) => node("p", { class: claims.some((c) => c.heading) ? "mk-head" : "mk-par" }, ...claims.flatMap((claim) => [this.claim(claim), " "]))));
    this.panel = node("div", { class: "mk-panel", role: "group", "aria-label": W.panel });
    this.live = node("div", { class: "mk-vh", role: "status", "aria-live": "polite" });
    this.dialog = this.definitions();
    const article = node("div", { class: "mk-text" },
      this.page.title ? node("h2", {}, this.page.title) : null,
      node("p", { class: "mk-by" }, this.page.about), text);
    this.root = node("div", { class: "mk", role: "group", "aria-label": `${W.reader}: ${this.page.title || this.page.about}` },
      node("div", { class: "mk-in" },
        node("div", { class: "mk-top" }, node("ol", { class: "mk-steps" }, ...this.steps), button(W.definitions, () => this.dialog.showModal(), "link sm")),
        this.notice, node("div", { class: "mk-body" }, node("div", {}, this.legend, article), this.panel)),
      this.live, this.dialog);
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.root.addEventListener("pointerdown", () => (this.pointer = true), true);
    this.root.addEventListener("keydown", () => (this.pointer = false), true);
    this.el.replaceChildren(this.root);
    this.watch = new ResizeObserver(() => {
      unclip(this.el);
      const sheet = getComputedStyle(this.panel).position === "sticky" && getComputedStyle(this.panel).bottom === "0px";
      this.root.style.setProperty("--sheet", sheet ? `${this.panel.offsetHeight}px` : "0px");
    });
    this.watch.observe(this.panel);
  }
  claim(claim) {
    if (!claim.asked) return node("span", { class: "mk-plain" }, node("sup", { "aria-hidden": "true" }, claim.heading ? "" : String(claim.n)), claim.text);
    const span = node("span", { class: "mk-claim", role: "button", tabindex: "-1", "data-claim": claim.id, ...KEEP, onclick: () => this.open(claim.id) });
    this.spans[claim.id] = { span, claim };
    return span;
  }
  definitions() {
    const W = this.W, groups = [["verdict", 0], ["kind", 1], ["need", 2], ["sure", 3]];
    const dialog = node("dialog", { class: "mk-dialog", "aria-labelledby": `${this.id}-dt`, ...KEEP },
      node("div", { class: "mk-p-head" }, node("h3", { id: `${this.id}-dt` }, W.definitions), button(W.close, () => dialog.close(), "sm")),
      ...groups.flatMap(([group]) => [node("h4", {}, this.page.questions[group]),
        node("dl", {}, ...this.list(group).map((term) => node("div", {},
          node("dt", {}, term.mark ? badge(term.mark) : icon(term.icon), " ", term.label, " ", node("kbd", {}, term.hot.toUpperCase())),
          node("dd", {}, term.definition, term.example ? node("em", {}, ` ${term.example}`) : ""))))]),
      node("h4", {}, W.keys_title), node("p", {}, W.keys_text),
      node("label", { class: "mk-switch" }, node("input", { type: "checkbox", checked: this.keys, ...KEEP, onchange: (e) => { this.keys = e.target.checked; keepSwitch(this.keys); } }), " ", W.keys_switch));
    return dialog;
  }

  // ---- painting
  show(focus) {
    const compare = this.compared;
    this.root.dataset.phase = compare ? "compare" : "guess";
    this.steps.forEach((li, i) => (i === (compare ? 1 : 0) ? li.setAttribute("aria-current", "step") : li.removeAttribute("aria-current")));
    this.tell();
    this.asked.forEach((id) => this.paint(id));
    this.fillPanel();
    if (focus) this.focusClaim();
  }
  tell() {
    const text = this.model.get("notice");
    this.notice.hidden = !text;
    this.notice.textContent = text;
  }
  answerWords(g) { return [g.verdict, g.detail].filter(Boolean).map((id) => this.terms[id].label).join(": "); }
  paint(id) {
    const { span, claim } = this.spans[id], g = this.guess(id), here = id === this.at, told = this.compared ? this.model.get("reveal").claims[id] : null;
    const mark = g.verdict ? this.terms[g.verdict].mark : "";
    let letters = mark, words = g.verdict ? fill(this.W.guessed, { a: this.answerWords(g) }) : this.W.no_guess;
    if (told && told.agrees !== "same") {
      letters = `${mark} ≠ ${told.agrees === "verdict" ? this.terms[told.right.verdict].mark : this.W.kind_short}`;
      words += `. ${fill(told.agrees === "verdict" ? this.W.other_verdict : this.W.other_kind, { a: this.answerWords(told.right) })}`;
    }
    const runs = here && told ? told.runs : [[claim.text, ""]];
    const pieces = runs.map(([text, role]) => (role && role !== "content" ? node("span", { class: `mk-r mk-r-${role}` }, text) : text));
    const chip = node("span", { class: "mk-chip" }, quiet(`${this.W.claim} `), String(claim.n), letters ? node("span", { class: "mk-let", "aria-hidden": "true" }, letters) : null, quiet(`. ${words}. `));
    span.replaceChildren(node("span", { class: "mk-nb" }, chip, "\u2060"), ...pieces);
    const shown = told ? this.terms[told.right.verdict].mark : mark;
    shown ? (span.dataset.mark = shown) : delete span.dataset.mark;
    told && told.agrees !== "same" ? (span.dataset.differs = "") : delete span.dataset.differs;
    span.tabIndex = here ? 0 : -1;
    here ? span.setAttribute("aria-current", "true") : span.removeAttribute("aria-current");
  }
  fillPanel() {
    const W = this.W, number = this.numbers[this.at];
    const head = node("div", { class: "mk-p-head" },
      node("h3", {}, node("b", {}, `${W.claim} ${number}`), ` (${this.asked.indexOf(this.at) + 1} ${W.of} ${this.asked.length})`),
      node("button", { type: "button", class: "mk-btn sm", "aria-label": W.previous, ...KEEP, onclick: () => this.move(-1) }, "‹"),
      node("button", { type: "button", class: "mk-btn sm", "aria-label": W.next, ...KEEP, onclick: () => this.move(1) }, "›"),
      node("button", { type: "button", class: "mk-btn sm mk-narrow", "aria-expanded": "true", ...KEEP, onclick: (e) => this.shut(e.target) }, W.hide));
    this.panel.classList.remove("shut");
    this.panel.replaceChildren(head, ...(this.compared ? this.comparePanel() : this.guessPanel()));
    this.panel.scrollTop = 0;
  }
  guessPanel() {
    const W = this.W, page = this.page;
    this.fields = {
      verdict: this.field("verdict", this.list("verdict"), page.questions.verdict, "verdict"),
      kind: this.field("detail", this.list("kind"), page.questions.kind, "kind"),
      need: this.field("detail", this.list("need"), page.questions.need, "need"),
      sure: this.field("sure", this.list("sure"), page.questions.sure, "sure"),
    };
    this.crumbs = ["verdict", "detail", "sure"].map((step) => node("button", { type: "button", class: "mk-btn", ...KEEP, onclick: () => { this.step = step; this.refresh(); } }));
    this.count = node("span", {});
    this.pips = node("div", { class: "mk-pips", "aria-hidden": "true" });
    this.message = node("p", { class: "mk-msg", hidden: true });
    this.buttons = { next: button(W.next_open, () => this.nextOpen()), commit: button(fill(W.commit, { b: this.asked.length }), () => this.commit()) };
    const parts = [node("div", { class: "mk-crumbs" }, ...this.crumbs), this.fields.verdict, this.fields.kind, this.fields.need, this.fields.sure,
      node("div", { class: "mk-prog" }, node("div", {}, this.count), this.pips, this.message, node("div", { class: "mk-row" }, this.buttons.next, this.buttons.commit))];
    this.refresh();
    return parts;
  }
  field(name, terms, question, group) {
    const legend = node("legend", {}, question, quiet(` ${this.W.claim} ${this.numbers[this.at]}`));
    return node("fieldset", { class: `mk-q mk-q-${group}`, "data-step": name }, legend, node("div", { class: "mk-opts" }, ...terms.map((term) =>
      node("label", { class: "mk-opt" },
        node("input", { type: "radio", name: `${this.id}-${group}`, value: term.id, ...KEEP, onchange: () => this.answer(name, term.id) }),
        group === "sure" ? null : term.mark ? badge(term.mark) : icon(term.icon),
        node("span", { class: "mk-opt-l" }, term.label), node("kbd", { "aria-hidden": "true" }, term.hot),
        group === "verdict" ? node("small", {}, term.definition) : null))));
  }
  refresh() {
    const W = this.W, g = this.guess(), own = this.own(), done = this.asked.filter((id) => this.complete(id)).length;
    this.fields.kind.hidden = !g.verdict || own;
    this.fields.need.hidden = !own;
    const chosen = { verdict: g.verdict, detail: g.detail, sure: g.sure };
    for (const field of Object.values(this.fields)) for (const input of field.querySelectorAll("input")) input.checked = input.value === chosen[field.dataset.step];
    this.panel.dataset.step = this.step;
    this.crumbs.forEach((crumb, i) => {
      const step = ["verdict", "detail", "sure"][i], value = chosen[step];
      crumb.textContent = `${i + 1}: ${value ? this.terms[value].label : "–"}`;
      step === this.step ? crumb.setAttribute("aria-current", "step") : crumb.removeAttribute("aria-current");
    });
    this.count.textContent = fill(W.count, { a: done, b: this.asked.length }) + (this.late ? ` · ${W.unsaved}` : "");
    this.pips.replaceChildren(...this.asked.map((id) => node("span", { class: `mk-pip ${this.complete(id) ? "on" : this.guess(id).verdict ? "part" : ""} ${id === this.at ? "at" : ""}` })));
    const all = done === this.asked.length;
    this.buttons.next.hidden = all;
    this.buttons.next.classList.toggle("main", !all);
    this.buttons.commit.classList.toggle("main", all);
  }
  comparePanel() {
    const W = this.W, told = this.model.get("reveal").claims[this.at], keyed = Boolean(told.key), g = this.guess();
    const cell = (a) => node("td", {}, a && a.verdict ? node("span", { class: "mk-cell" }, badge(this.terms[a.verdict].mark), this.terms[a.verdict].label) : a ? W.unsure : W.no_key);
    const detail = (a) => node("td", {}, a && a.detail ? node("span", { class: "mk-cell" }, icon(this.terms[a.detail].icon), this.terms[a.detail].label) : "–");
    const row = (...cells) => { cells[2].className = "key"; return node("tr", {}, ...cells); };
    const th = (text) => node("th", { scope: "col" }, text);
    const table = node("table", { class: "mk-three" }, node("caption", { class: "mk-vh" }, W.three), node("thead", {}, row(th(W.mine), th(W.machine), th(W.key))),
      node("tbody", {}, row(cell(g), cell(told.machine), cell(told.key)), row(detail(g), detail(told.machine), detail(told.key)),
        row(node("td", {}, g.sure ? this.terms[g.sure].label : "–"), node("td", {}, told.machine.note), node("td", {}, keyed ? W.by_teacher : "–"))));
    const quote = node("blockquote", {}, ...told.runs.flatMap(([text, role]) => (role && role !== "content"
      ? [node("span", { class: `mk-r mk-r-${role}` }, text), node("span", { class: "mk-tag" }, W[`role_${role}`])] : [text])));
    const differing = this.asked.filter((id) => this.model.get("reveal").claims[id].agrees !== "same").length;
    return [node("div", { class: "mk-fb" }, node("p", { class: "mk-lead" }, told.head), table, node("h4", {}, W.what_decides), quote,
      ...told.lines.map((line) => node("p", {}, line)),
      ...(told.why_not ? [node("h4", {}, W.why_not), node("p", { class: "mk-why-not" }, told.why_not)] : []),
      node("p", {}, told.tip),
      ...(told.machine_note ? [node("h4", {}, W.about_machine), node("p", {}, told.machine_note),
        node("p", {}, this.model.get("reveal").measured)] : [])),
    node("div", { class: "mk-prog" }, node("p", { class: "mk-sum" }, this.model.get("reveal").summary),
      node("div", { class: "mk-row" }, differing ? button(fill(W.next_difference, { a: differing }), () => this.nextDifference(), "main") : null))];
  }

  // ---- what people do
  open(id, focus = true) {
    const before = this.at;
    this.at = id;
    this.step = "verdict";
    this.paint(before);
    this.paint(id);
    this.fillPanel();
    if (focus) this.focusClaim();
  }
  focusClaim() {
    const { span } = this.spans[this.at];
    span.focus({ preventScroll: true });
    span.scrollIntoView({ block: "nearest" });
  }
  move(by) {
    const index = this.asked.indexOf(this.at) + by;
    this.open(this.asked[Math.max(0, Math.min(this.asked.length - 1, index))]);
  }
  after(ids) { const at = this.asked.indexOf(this.at); return ids.find((id) => this.asked.indexOf(id) > at) || ids[0]; }
  nextOpen() { const open = this.asked.filter((id) => !this.complete(id)); if (open.length) this.open(this.after(open)); }
  nextDifference() { this.open(this.after(this.asked.filter((id) => this.model.get("reveal").claims[id].agrees !== "same"))); }
  shut(by) {
    const closed = this.panel.classList.toggle("shut");
    by.setAttribute("aria-expanded", String(!closed));
    by.textContent = closed ? this.W.show : this.W.hide;
  }
  answer(field, value) {
    const g = (this.guesses[this.at] = { ...this.guess() });
    if (field === "verdict" && g.verdict && this.terms[g.verdict].own !== this.terms[value].own) delete g.detail;
    g[field] = value;
    this.keep();
    if (this.pointer || this.root.querySelector(".mk-crumbs")?.offsetParent) this.step = field === "verdict" ? "detail" : "sure";
    this.paint(this.at);
    this.refresh();
    this.message.hidden = true;
    this.warned = false;
    const next = this.complete(this.at) ? this.W.done : field === "verdict" ? (this.own() ? this.W.ask_need : this.W.ask_kind) : this.W.ask_sure;
    this.say(`${this.W.claim} ${this.numbers[this.at]}: ${this.terms[value].label}. ${next}`);
  }
  keep() {
    this.model.set("guesses", structuredClone(this.guesses));
    this.model.save_changes();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.late = true; if (!this.compared) this.refresh(); }, 4000);
  }
  arrived() { clearTimeout(this.timer); this.late = false; }
  commit() {
    const numbers = (ids) => ids.map((id) => this.numbers[id]).join(", ");
    const missing = this.asked.filter((id) => !this.guess(id).verdict), rest = this.asked.filter((id) => this.guess(id).verdict && !this.complete(id));
    if (missing.length || (rest.length && !this.warned)) {
      this.warned = !missing.length;
      const list = missing.length ? fill(this.W.missing_verdict, { list: numbers(missing) }) : fill(this.W.missing_detail, { list: numbers(rest) });
      this.message.hidden = false;
      this.message.textContent = fill(this.W.missing, { list });
      return this.say(this.message.textContent);
    }
    this.model.send({ do: "commit" });
  }
  key(event) {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || this.dialog.contains(target)) return event.stopPropagation();
    event.stopPropagation();
    const onClaim = target.matches(".mk-claim"), key = event.key.toLowerCase(), at = this.asked.indexOf(this.at), last = this.asked.length - 1;
    const go = { arrowdown: at + 1, arrowright: at + 1, arrowup: at - 1, arrowleft: at - 1, home: 0, end: last }[key];
    const act = () => {
      if (key === "?") return this.dialog.showModal() || true;
      if (onClaim && go !== undefined) return this.open(this.asked[Math.max(0, Math.min(last, go))]) || true;
      if (onClaim && (key === "enter" || key === " ")) return this.panel.querySelector("input:checked, .mk-q:not([hidden]) input, .mk-btn.main")?.focus() || true;
      if (key === "escape" && !onClaim) return this.focusClaim() || true;
      if (this.compared || !this.keys || target.matches("button")) return false;
      const hit = (group) => this.list(group).find((term) => term.hot === key);
      const detail = this.guess().verdict && hit(this.own() ? "need" : "kind");
      for (const [field, term] of [["verdict", hit("verdict")], ["detail", detail], ["sure", hit("sure")]]) if (term) return this.answer(field, term.id) || true;
      return false;
    };
    if (act()) event.preventDefault();
  }
  say(text) { this.live.textContent = ""; setTimeout(() => (this.live.textContent = text), 40); }
}

// JupyterLab's output areas clip what they hold, and a sticky panel would scroll away with the text.
function unclip(el) {
  const cell = el.closest(".jp-Cell") || el.closest(".jp-OutputArea");
  for (let box = el; cell && box && cell.contains(box); box = box.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(box);
    if (overflowX !== "visible" || overflowY !== "visible") box.style.overflow = "visible";
  }
}

function readSwitch() { try { return localStorage.getItem("mediakit-keys") !== "off"; } catch { return true; } }
function keepSwitch(on) { try { localStorage.setItem("mediakit-keys", on ? "on" : "off"); } catch { /* a page without storage keeps it for this view */ } }

const begun = new WeakSet();

function render({ model, el }) {
  if (!model.get("page").terms) return;
  const reader = new Reader(model, el);
  if (model.get("page").focus && !begun.has(model)) {
    begun.add(model);
    setTimeout(() => reader.focusClaim(), 50); // the box that was focused is drawn anew when the reader joins it
  }
  const on = {
    "change:guesses": () => {
      const before = reader.guesses;
      reader.guesses = structuredClone(model.get("guesses"));
      reader.asked.filter((id) => JSON.stringify(before[id]) !== JSON.stringify(reader.guesses[id])).forEach((id) => reader.paint(id));
      if (!reader.compared) reader.refresh();
    },
    "change:phase": () => {
      if (!reader.compared) return;
      reader.at = reader.asked[0];
      reader.arrived();
      reader.show(reader.root.contains(document.activeElement));
      reader.say(reader.W.committed);
    },
    "change:notice": () => reader.tell(),
    "change:saves": () => { reader.arrived(); if (!reader.compared) reader.refresh(); },
  };
  for (const [name, action] of Object.entries(on)) model.on(name, action);
  return () => {
    reader.watch.disconnect();
    for (const [name, action] of Object.entries(on)) model.off(name, action);
  };
}
export default { render };
