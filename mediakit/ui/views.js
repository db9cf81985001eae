// The report on one article: what was done, how sure it was, and who speaks in the text.
function reportView(reader) {
  const W = reader.W, { report, ledger } = reader.model.get("reveal");
  const title = node("h2", { tabindex: "-1" }, report.title);
  const parts = [title, node("p", { class: "mk-lead" }, report.lead), ...report.lines.map(line)];
  if (report.table) parts.push(part(W.detect, table(W.detect_table, [W.figure, W.value, W.meaning], report.table)));
  if (report.levels) parts.push(part(W.sure_title, report.picture ? drawing(report.picture) : null, table(W.sure_title, [W.sure_said, W.sure_should, W.sure_right, W.sure_range], report.levels)));
  if (ledger) parts.push(ledgerPart(reader, ledger));
  if (reader.page.hand_in) parts.push(part(W.hand_in_title, handIn(reader)));
  return node("div", { class: "mk-report" }, ...parts, node("div", { class: "mk-row mk-prog" }, button(W.report_close, () => reader.toReport(false), "main")));
}
const part = (title, ...children) => node("section", { class: "mk-part" }, node("h3", {}, title), ...children.filter(Boolean));

// Sources can be taken away; what nobody answers for any more is told in words and marked in the table.
function ledgerPart(reader, ledger) {
  const W = reader.W, away = new Set();
  const told = node("p", { class: "mk-falls", role: "status" }, W.ledger_none);
  const number = (id) => reader.numbers[id];
  const tell = () => {
    const left = new Set(ledger.rows.filter((_, i) => !away.has(i)).flatMap((row) => row.claims));
    const gone = [...new Set([...away].flatMap((i) => ledger.rows[i].claims))].filter((id) => !left.has(id)).sort((a, b) => number(a) - number(b));
    const names = [...away].map((i) => ledger.rows[i].name).join(", ");
    told.textContent = !away.size ? W.ledger_none : gone.length ? fill(W.ledger_falls, { a: names, b: gone.map(number).join(", ") }) : fill(W.ledger_stands, { a: names });
  };
  const toggle = (i, row) => node("button", { type: "button", class: "mk-btn sm", "aria-pressed": "false", "aria-label": `${W.ledger_away}: ${row.name}`, ...KEEP, onclick: (event) => {
    away.has(i) ? away.delete(i) : away.add(i);
    event.currentTarget.setAttribute("aria-pressed", String(away.has(i)));
    event.currentTarget.textContent = away.has(i) ? W.ledger_back : W.ledger_away;
    event.currentTarget.closest("tr").classList.toggle("away", away.has(i));
    tell();
  } }, W.ledger_away);
  const rows = ledger.rows.map((row, i) => [row.name, node("span", { class: "mk-cell" }, icon(row.icon), row.kind), row.numbers, row.reach, row.notes || "–", toggle(i, row)]);
  return part(ledger.title, line(ledger.lead), ...ledger.lines.map(line),
    ...(ledger.picture ? [node("div", { class: "mk-scroll mk-drawn", tabindex: "0", role: "region", "aria-label": W.ledger_picture, ...KEEP }, drawing(ledger.picture)), node("p", { class: "mk-sum" }, W.ledger_legend)] : []),
    ...(rows.length ? [table(ledger.title, [W.ledger_source, W.ledger_kind, W.ledger_claims, W.ledger_reach, W.ledger_note, W.ledger_away], rows), told] : []));
}
