// Paints what Python says and tells Python what was chosen. All words, terms and answers come from the model;
// the text arrives already cut into runs, so no place in it is counted here. parts.js, panels.js and views.js stand before it.
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
  get phase() { return this.model.get("phase"); }
  guess(id = this.at) { return this.guesses[id] || {}; }
  // the questions that fit a claim: with no verdict yet, only those that are always asked
  fitting(id = this.at) {
    const verdict = this.guess(id).verdict, own = Boolean(verdict) && this.terms[verdict].own;
    return this.page.questions.filter((q) => q.always || (verdict && q.own === own)).map((q) => q.id);
  }
  complete(id) { const g = this.guess(id); return Boolean(g.verdict) && this.fitting(id).every((q) => g[q]); }
  list(group) { return this.page.terms.filter((term) => term.group === group); }

  // ---- the frame, built once
  build() {
    const W = this.W;
    this.steps = [W.steps_guess, ...(this.page.weigh ? [W.steps_weigh] : []), W.steps_compare, W.steps_report].map((text, i) => node("li", {}, `${i + 1} ${text}`));
    this.legend = node("p", { class: "mk-legend" }, W.letters, ...this.list("verdict").map((v) =>
      node("span", { class: "mk-sw", "data-mark": v.mark }, node("b", {}, v.mark), " ", v.label.toLowerCase())));
    this.notice = node("p", { class: "mk-notice", hidden: true });
    this.spans = {};
    const text = node("div", { lang: this.page.text_language, role: "group", "aria-label": fill(W.article, { a: this.asked.length }) },
      ...this.page.paragraphs.map((claims) => node("p", { class: claims.some((c) => c.heading) ? "mk-head" : "mk-par" }, ...claims.flatMap((claim) => [this.claim(claim), " "]))));
    this.panel = node("div", { class: "mk-panel", role: "group", "aria-label": W.panel });
    this.live = node("div", { class: "mk-vh", role: "status", "aria-live": "polite" });
    this.dialog = this.definitions();
    const article = node("div", { class: "mk-text" },
      this.page.title ? node("h2", { class: "mk-title" }, this.page.title) : null,
      node("p", { class: "mk-by" }, this.page.about), text);
    this.root = node("div", { class: "mk", lang: this.page.language, role: "group", "aria-label": `${W.reader}: ${this.page.title || this.page.about}` },
      node("div", { class: "mk-in" },
        node("div", { class: "mk-top" }, node("ol", { class: "mk-steps" }, ...this.steps), button(W.definitions, () => this.dialog.showModal(), "link sm")),
        this.notice, this.body = node("div", { class: "mk-body" }, node("div", {}, this.legend, article), this.panel), this.report = node("div", { hidden: true })),
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
    const W = this.W;
    const dialog = node("dialog", { class: "mk-dialog", "aria-labelledby": `${this.id}-dt`, ...KEEP },
      node("div", { class: "mk-p-head" }, node("h3", { id: `${this.id}-dt` }, W.definitions), button(W.close, () => dialog.close(), "sm")),
      ...this.page.questions.flatMap((question) => [heading(question.text),
        node("dl", {}, ...this.list(question.id).map((term) => node("div", {},
          node("dt", {}, term.mark ? badge(term.mark) : icon(term.icon), " ", term.label, " ", node("kbd", {}, term.hot.toUpperCase())),
          node("dd", {}, term.definition, term.example ? node("em", {}, ` ${term.example}`) : ""))))]),
      node("h4", {}, W.keys_title), node("p", {}, W.keys_text),
      node("label", { class: "mk-switch" }, node("input", { type: "checkbox", checked: this.keys, ...KEEP, onchange: (e) => { this.keys = e.target.checked; keepSwitch(this.keys); } }), " ", W.keys_switch));
    return dialog;
  }

  // ---- painting
  show(focus) {
    const at = { guess: 0, weigh: 1, done: 0, compare: this.steps.length - 2 }[this.phase];
    this.root.dataset.phase = this.phase;
    this.steps.forEach((li, i) => (i === (this.reporting ? this.steps.length - 1 : at) ? li.setAttribute("aria-current", "step") : li.removeAttribute("aria-current")));
    this.painted = this.phase;
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
  answerWords(g) { return [g.verdict, g.kind || g.need].filter(Boolean).map((id) => this.terms[id].label).join(": "); }
  paint(id) {
    const { span, claim } = this.spans[id], g = this.guess(id), here = id === this.at;
    const told = this.phase === "guess" ? null : this.model.get("reveal").claims[id], right = told && told.right;
    const mark = g.verdict ? this.terms[g.verdict].mark : "";
    let letters = mark, words = g.verdict ? fill(this.W.guessed, { a: this.answerWords(g) }) : this.W.no_guess;
    if (right && told.agrees !== "same") {
      letters = `${mark} ≠ ${told.agrees === "verdict" ? this.terms[right.verdict].mark : this.W.detail_short}`;
      words += `. ${fill(told.agrees === "verdict" ? this.W.other_verdict : this.W.other_detail, { a: this.answerWords(right) })}`;
    }
    const pieces = marked(here && told ? told.runs : claim.hint && !told ? claim.hint : [[claim.text, ""]]);
    const chip = node("span", { class: "mk-chip" }, quiet(`${this.W.claim} `), String(claim.n), letters ? node("span", { class: "mk-let", "aria-hidden": "true" }, letters) : null, quiet(`. ${words}. `));
    span.replaceChildren(node("span", { class: "mk-nb" }, chip, "\u2060"), ...pieces);
    const shown = right ? this.terms[right.verdict].mark : mark;
    shown ? (span.dataset.mark = shown) : delete span.dataset.mark;
    right && told.agrees !== "same" ? (span.dataset.differs = "") : delete span.dataset.differs;
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
    refill(this.panel, head, ...{ guess: guessPanel, weigh: weighPanel, compare: comparePanel, done: donePanel }[this.phase](this));
    this.panel.scrollTop = 0;
  }
  refresh() {
    const W = this.W, g = this.guess(), done = this.asked.filter((id) => this.complete(id)).length;
    const fitting = this.fitting();
    if (!fitting.includes(this.step)) this.step = fitting[0];
    for (const [id, field] of Object.entries(this.fields)) {
      field.hidden = !fitting.includes(id);
      field.classList.toggle("now", id === this.step);
      for (const input of field.querySelectorAll("input")) input.checked = input.value === g[id];
    }
    this.crumbs.forEach((crumb) => {
      const id = crumb.dataset.to, place = fitting.indexOf(id);
      crumb.hidden = place < 0;
      crumb.textContent = `${place + 1}: ${g[id] ? this.terms[g[id]].label : "–"}`;
      id === this.step ? crumb.setAttribute("aria-current", "step") : crumb.removeAttribute("aria-current");
    });
    this.count.textContent = (this.page.rounds === 2 ? `${fill(W.round, { a: this.model.get("round"), b: 2 })}: ` : "") + fill(W.count, { a: done, b: this.asked.length }) + (this.late ? ` · ${W.unsaved}` : "");
    this.pips.replaceChildren(...this.asked.map((id) => node("span", { class: `mk-pip ${this.complete(id) ? "on" : this.guess(id).verdict ? "part" : ""} ${id === this.at ? "at" : ""}` })));
    const all = done === this.asked.length;
    this.buttons.next.hidden = all;
    this.buttons.next.classList.toggle("main", !all);
    this.buttons.commit.classList.toggle("main", all);
  }
  toReport(open) {
    this.reporting = open;
    this.body.hidden = open;
    this.report.hidden = !open;
    if (open) this.report.replaceChildren(reportView(this));
    this.show(!open);
    if (open) this.report.querySelector("h2").focus();
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
    const g = (this.guesses[this.at] = { ...this.guess(), [field]: value });
    const fitting = this.fitting(), next = fitting.find((q) => !g[q]);
    for (const id of Object.keys(g)) if (!fitting.includes(id)) delete g[id];
    this.keep();
    if (this.pointer || this.root.querySelector(".mk-crumbs")?.offsetParent) this.step = next || fitting.at(-1);
    this.paint(this.at);
    this.refresh();
    this.message.hidden = true;
    this.warned = false;
    const then = next ? fill(this.W.ask_next, { a: this.page.questions.find((q) => q.id === next).text }) : this.W.done;
    this.say(`${this.W.claim} ${this.numbers[this.at]}: ${this.terms[value].label}. ${then}`);
  }
  keep() {
    this.model.set("guesses", structuredClone(this.guesses));
    this.model.save_changes();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.late = true; if (this.phase === "guess") this.refresh(); }, 4000);
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
    this.model.send({ do: "commit", guesses: structuredClone(this.guesses) }); // a message may overtake the state that was saved just before
  }
  key(event) {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || this.dialog.contains(target) || target.matches("textarea, select, input[type=text]")) return event.stopPropagation();
    event.stopPropagation();
    const onClaim = target.matches(".mk-claim"), key = event.key.toLowerCase(), at = this.asked.indexOf(this.at), last = this.asked.length - 1;
    const go = { arrowdown: at + 1, arrowright: at + 1, arrowup: at - 1, arrowleft: at - 1, home: 0, end: last }[key];
    const act = () => {
      if (key === "?") return this.dialog.showModal() || true;
      if (onClaim && go !== undefined) return this.open(this.asked[Math.max(0, Math.min(last, go))]) || true;
      if (onClaim && (key === "enter" || key === " ")) return this.panel.querySelector("input:checked, .mk-q:not([hidden]) input, .mk-btn.main")?.focus() || true;
      if (key === "escape" && this.reporting) return this.toReport(false) || true;
      if (key === "escape" && !onClaim) return this.focusClaim() || true;
      if (this.phase !== "guess" || this.reporting || !this.keys || target.matches("button")) return false;
      const hits = this.fitting().map((q) => [q, this.list(q).find((term) => term.hot === key)]).filter(([, term]) => term);
      const [field, term] = hits.find(([q]) => !this.guess()[q]) || hits[0] || []; // an open question goes before an answered one
      return term ? this.answer(field, term.id) || true : false;
    };
    if (act()) event.preventDefault();
  }
  say(text) { this.live.textContent = ""; setTimeout(() => (this.live.textContent = text), 40); }
}

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
      if (reader.phase === "guess") reader.refresh();
    },
    "change:phase": () => {
      if (reader.phase === "guess") return;
      reader.at = reader.asked[0];
      reader.arrived();
      reader.show(reader.root.contains(document.activeElement));
      reader.say(reader.phase === "compare" ? reader.W.committed : reader.model.get("reveal").summary);
    },
    "change:round": () => {
      reader.at = reader.asked[0];
      reader.show(reader.root.contains(document.activeElement));
      reader.say(reader.W.guess_again);
    },
    "change:reveal": () => { if (reader.phase !== "guess" && reader.painted === reader.phase) reader.fillPanel(); },
    "change:notice": () => reader.tell(),
    "change:saves": () => { reader.arrived(); if (reader.phase === "guess") reader.refresh(); },
  };
  for (const [name, action] of Object.entries(on)) model.on(name, action);
  return () => {
    reader.watch.disconnect();
    for (const [name, action] of Object.entries(on)) model.off(name, action);
  };
}
export default { render };
