// What stands beside the text: the questions before the commit, the other answers after it.
function guessPanel(reader) {
  const W = reader.W;
  reader.fields = Object.fromEntries(reader.page.questions.map((question) => [question.id, field(reader, question)]));
  reader.crumbs = reader.page.questions.map((question) => node("button", { type: "button", class: "mk-btn", "data-to": question.id, ...KEEP, onclick: () => { reader.step = question.id; reader.refresh(); } }));
  reader.count = node("span", {});
  reader.pips = node("div", { class: "mk-pips", "aria-hidden": "true" });
  reader.message = node("p", { class: "mk-msg", hidden: true });
  const first = reader.page.rounds === 2 && reader.model.get("round") === 1;
  reader.buttons = { next: button(W.next_open, () => reader.nextOpen()), commit: button(fill(first ? W.commit_first : W.commit, { b: reader.asked.length }), () => reader.commit()) };
  const hint = reader.spans[reader.at].claim.hint ? node("p", { class: "mk-hint" }, W.hint) : null;
  const parts = [hint, node("div", { class: "mk-crumbs" }, ...reader.crumbs), ...Object.values(reader.fields),
    node("div", { class: "mk-prog" }, node("div", {}, reader.count), reader.pips, reader.message, node("div", { class: "mk-row" }, reader.buttons.next, reader.buttons.commit))];
  reader.refresh();
  return parts.filter(Boolean);
}

function field(reader, question) {
  const terms = reader.list(question.id);
  const legend = node("legend", {}, question.text, quiet(` ${reader.W.claim} ${reader.numbers[reader.at]}`));
  return node("fieldset", { class: `mk-q mk-q-${question.id}${terms.length > 3 ? " mk-many" : ""}`, "data-step": question.id }, legend, node("div", { class: "mk-opts" }, ...terms.map((term) =>
    node("label", { class: "mk-opt" },
      node("input", { type: "radio", name: `${reader.id}-${question.id}`, value: term.id, ...KEEP, onchange: () => reader.answer(question.id, term.id) }),
      question.id === "sure" ? null : term.mark ? badge(term.mark) : icon(term.icon),
      node("span", { class: "mk-opt-l" }, term.label), node("kbd", { "aria-hidden": "true" }, term.hot),
      question.id === "verdict" ? node("small", {}, term.definition) : null))));
}

// ---- after the commit
const cellOf = (reader, id) => node("span", { class: "mk-cell" }, reader.terms[id].mark ? badge(reader.terms[id].mark) : icon(reader.terms[id].icon), reader.terms[id].label);

function answerCells(reader, given, question, none) {
  if (!given) return node("td", {}, none);
  if (given.unknown && question === "verdict") return node("td", {}, reader.W.unsure);
  const id = question === "detail" ? given.kind || given.need : given[question];
  return node("td", {}, given.unknown || !id ? "–" : question === "sure" ? reader.terms[id].label : cellOf(reader, id));
}

function columns(reader, told, withKey) {
  const W = reader.W, g = reader.guess();
  const extra = reader.page.questions.map((q) => q.id).filter((id) => id === "quote" || id === "stance");
  const row = (...cells) => { if (withKey) cells[2].className = "key"; return node("tr", {}, ...cells); };
  const th = (text) => node("th", { scope: "col" }, text);
  const three = (question) => row(answerCells(reader, g, question), answerCells(reader, told.machine, question), ...(withKey ? [answerCells(reader, told.key, question, question === "verdict" ? W.no_key : "–")] : []));
  const last = row(answerCells(reader, g, "sure"), node("td", {}, told.machine.note), ...(withKey ? [node("td", {}, told.key ? W.by_teacher : "–")] : []));
  return node("table", { class: "mk-three" }, node("caption", { class: "mk-vh" }, W.three),
    node("thead", {}, row(th(W.mine), th(W.machine), ...(withKey ? [th(W.key)] : []))),
    node("tbody", {}, ...["verdict", "detail", ...extra].map(three), last));
}

function comparePanel(reader) {
  const W = reader.W, reveal = reader.model.get("reveal"), told = reveal.claims[reader.at];
  const differing = reader.asked.filter((id) => reveal.claims[id].agrees !== "same").length;
  const head = node("div", { class: "mk-prog mk-after" }, node("div", { class: "mk-row" },
    reader.page.worked ? button(W.worked_done, () => reader.model.send({ do: "read" }), "main") : null,
    differing ? button(fill(W.next_difference, { a: differing }), () => reader.nextDifference(), "main") : null,
    reveal.report ? button(W.report_open, () => reader.toReport(true)) : null), node("p", { class: "mk-sum" }, reveal.summary));
  return [node("div", { class: "mk-fb" }, node("p", { class: "mk-lead" }, told.head), columns(reader, told, true),
    reveal.moved.includes(reader.at) ? line(W.moved_note) : null,
    heading(W.what_decides), node("blockquote", {}, ...marked(told.runs, W)), ...told.lines.map(line),
    ...(told.why_not.length ? [heading(W.why_not), ...told.why_not.map((text) => node("p", { class: "mk-why-not" }, text))] : []),
    line(told.tip), told.style ? node("p", { class: "mk-style" }, told.style) : null,
    heading(W.about_machine), line(told.machine_note), ...told.machine_lines.map(line), line(reveal.measured), contestBox(reader, told)), head];
}

function weighPanel(reader) {
  const W = reader.W, reveal = reader.model.get("reveal"), told = reveal.claims[reader.at], g = reader.guess();
  const same = ["verdict", "kind", "need"].every((q) => g[q] === told.machine[q]), moved = reveal.moved.includes(reader.at);
  const choose = (over, text) => node("label", { class: "mk-opt" }, node("input", { type: "radio", name: `${reader.id}-weigh`, checked: moved === over, ...KEEP, onchange: () => reader.model.send({ do: "move", claim: reader.at, over }) }), node("span", { class: "mk-opt-l" }, text));
  const choice = same ? line(W.weigh_same) : node("fieldset", { class: "mk-q now" }, node("legend", {}, W.weigh_question), node("div", { class: "mk-opts" }, choose(false, W.weigh_keep), choose(true, W.weigh_take)));
  return [node("div", { class: "mk-fb" }, columns(reader, told, false), node("blockquote", {}, ...marked(told.runs, W)), ...told.machine_lines.map(line), line(reveal.measured), choice),
    node("div", { class: "mk-prog" }, node("p", { class: "mk-sum" }, reveal.summary), node("div", { class: "mk-row" }, button(W.weigh_done, () => reader.model.send({ do: "finish" }), "main")))];
}

// An objection to the machine: another answer, the words that speak for it, and a reason.
function contestBox(reader, told) {
  const W = reader.W, claim = reader.at;
  if (told.contest) return node("p", { class: "mk-contested" }, fill(W.contest_kept, { a: told.contest.answer, b: told.contest.words, c: told.contest.reason }), " ", told.contest.ruling);
  if (!reader.page.contest) return null;
  const choices = reader.list("verdict").flatMap((v) => reader.list(v.own ? "need" : "kind").map((d) => [v, d]));
  const answer = node("select", { id: `${reader.id}-ca`, ...KEEP }, ...choices.map(([v, d], i) => node("option", { value: String(i) }, `${v.label}: ${d.label}`)));
  const words = node("input", { type: "text", id: `${reader.id}-cw`, maxlength: "300", autocomplete: "off", ...KEEP });
  const reason = node("textarea", { id: `${reader.id}-cr`, rows: "2", maxlength: "600", ...KEEP });
  const label = (control, text) => node("label", { for: control.id }, text);
  const send = () => { const [v, d] = choices[answer.value]; reader.model.send({ do: "contest", claim, verdict: v.id, detail: d.id, words: words.value, reason: reason.value }); };
  return node("details", { class: "mk-contest" }, node("summary", { ...KEEP }, W.contest), line(W.contest_about),
    label(answer, reader.page.questions[0].text), answer, label(words, W.contest_words), words, label(reason, W.contest_reason), reason, button(W.contest_send, send, "sm"));
}

// A page without a key: the guesses can only be handed in.
function donePanel(reader) {
  return [node("div", { class: "mk-fb" }, node("p", { class: "mk-lead" }, reader.model.get("reveal").summary), handIn(reader))];
}
function handIn(reader) {
  const W = reader.W, code = reader.model.get("code");
  const name = node("input", { type: "text", id: `${reader.id}-name`, maxlength: "40", autocomplete: "off", ...KEEP });
  return node("div", {}, node("div", { class: "mk-field" }, node("label", { for: name.id }, W.hand_in_name), name),
    node("div", { class: "mk-row" }, button(W.hand_in, () => reader.model.send({ do: "hand_in", name: name.value }), "main"), button(W.print_page, () => window.print())),
    code ? node("p", { class: "mk-code" }, `${W.answer_code}: `, node("code", {}, code)) : null);
}
