// The page without Jupyter: the same reader over answers kept in this browser. What an answer brings was worked out
// beforehand in Python; here it is only looked up and counted.
function standalone(data) {
  const { page, record, answers } = data, W = page.words, place = `mediakit:${record.exercise}:${record.fingerprint}`;
  const listeners = {}, stored = read();
  const state = { page, guesses: stored.guesses, phase: "guess", round: 1, reveal: {}, notice: stored.notice, saves: 0, code: "" };
  const fire = (name) => (listeners[`change:${name}`] || []).forEach((action) => action());
  const put = (name, value) => { state[name] = value; fire(name); };

  function read() {
    try {
      const found = JSON.parse(localStorage.getItem(place)) || {}, asked = new Set(record.claims), guesses = {};
      for (const [claim, given] of Object.entries(found.guesses || {})) if (asked.has(claim) && data.code.table.some((known) => same(known, given))) guesses[claim] = given;
      return { guesses, committed: found.committed === true && record.claims.every((c) => guesses[c]), notice: Object.keys(guesses).length ? fill(W.came_back, { a: Object.keys(guesses).length }) : "" };
    } catch { return { guesses: {}, committed: false, notice: "" }; }
  }
  function same(a, b) { const keys = Object.keys(a); return keys.length === Object.keys(b).length && keys.every((k) => a[k] === b[k]); }
  function keep(committed) {
    try { localStorage.setItem(place, JSON.stringify({ guesses: state.guesses, committed })); put("saves", state.saves + 1); }
    catch { put("notice", W.page_not_kept); }
  }
  function told(claim) {
    const known = answers.claims[claim], g = state.guesses[claim], base = known.by[`${g.verdict}|${g.kind || g.need || ""}`];
    const more = Object.entries(known.more).filter(([q, lines]) => base.agrees !== "verdict" && fits(q, g) && (!g[q] || lines[g[q]]));
    const found = { ...known.fixed, ...base, why_not: [...base.why_not, ...more.map(([q, lines]) => lines[g[q]]).filter(Boolean)] };
    if (more.length) {
      const differing = [...(base.agrees === "same" ? [] : [base.agrees]), ...more.map(([q]) => q)];
      const asked = differing.map((q) => page.questions.find((question) => question.id === q).text).join(" ");
      Object.assign(found, { agrees: differing[0], head: fill(W.detail_key, { b: asked, a: label(found.right) }) });
    }
    return found;
  }
  function fits(question, given) { const own = page.terms.find((t) => t.id === given.verdict).own; return page.questions.find((q) => q.id === question).own === own; }
  function label(right) { return [right.verdict, right.kind || right.need].filter(Boolean).map((id) => page.terms.find((t) => t.id === id).label).join(": "); }
  function compare() {
    const claims = Object.fromEntries(record.claims.map((claim) => [claim, told(claim)]));
    const verdicts = record.claims.filter((c) => claims[c].agrees !== "verdict").length, kinds = record.claims.filter((c) => !["verdict", "kind", "need"].includes(claims[c].agrees)).length;
    const summary = fill(W.summary_key, { a: verdicts, b: record.claims.length, c: kinds, d: answers.machine[0], e: answers.machine[1] });
    return { claims, summary, measured: answers.measured, moved: [], ledger: answers.ledger, report: report(claims, verdicts, kinds) };
  }
  function report(claims, verdicts, kinds) {
    const counts = { hits: 0, misses: 0, false_alarms: 0, correct_rejections: 0 };
    for (const claim of record.claims) counts[answers.claims[claim].cell[state.guesses[claim].verdict]] += 1;
    const { hits, misses, false_alarms: alarms, correct_rejections: rejections } = counts, found = answers.lean[[hits, misses, alarms, rejections].join()];
    const numbers = { a: misses, b: hits + misses, c: alarms, d: alarms + rejections };
    const table = found && [[W.d_name, found[0], W.d_about], [W.c_name, found[1], W.c_about], [W.counts_name, "", fill(W.d_counts, { ...numbers, a: hits })]];
    const levels = answers.levels.map(([id, name, said]) => {
      const own = record.claims.filter((c) => state.guesses[c].sure === id), right = own.filter((c) => !["verdict", "kind", "need"].includes(claims[c].agrees));
      return own.length && [name, said, `${right.length} / ${own.length}`, answers.range[[right.length, own.length].join()]];
    }).filter(Boolean);
    return { title: W.report, lead: fill(W[`lean_${found ? found[2] : "few"}`], numbers), lines: [fill(W.report_counts, { a: verdicts, b: record.claims.length, c: kinds })], table, levels: levels.length ? levels : null };
  }
  function code() {
    const { head, digits, mark, prime, width, table } = data.code;
    const write = (number, count) => [...Array(count).keys()].map((i) => digits[Math.floor(number / 32 ** (count - 1 - i)) % 32]).join("");
    const body = mark + record.claims.map((claim) => write(table.findIndex((known) => same(known, state.guesses[claim] || {})), width)).join("");
    const whole = body + write([...body].reduce((sum, digit, i) => sum + (i + 2) * digits.indexOf(digit), 0) % prime, 2);
    return [head, ...whole.match(/.{1,4}/g)].join(" ");
  }
  function commit(fresh) {
    if (fresh) keep(true);
    state.code = code();
    state.reveal = answers ? compare() : { claims: {}, summary: W.page_handed, moved: [] };
    put("phase", answers ? "compare" : "done");
  }
  // A number of its own for each pass, so that the same file counts once.
  function attempt() {
    try {
      const known = localStorage.getItem(`${place}:attempt`) || [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      localStorage.setItem(`${place}:attempt`, known);
      return known;
    } catch { return ""; }
  }
  function handIn(name) {
    const file = { ...record, student: name.trim().replace(/\s+/g, " "), attempt: attempt(), answers: record.claims.filter((c) => state.guesses[c]).map((claim) => ({ claim, ...state.guesses[claim] })) };
    const link = node("a", { href: `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(file, null, 1))}`, download: `${record.exercise.replace("/", "--")}.json` });
    link.click();
  }
  const model = {
    get: (name) => state[name],
    set: (name, value) => { state[name] = value; },
    save_changes: () => keep(false),
    send: ({ do: step, name }) => ({ commit: () => commit(true), hand_in: () => handIn(name) })[step]?.(),
    on: (name, action) => (listeners[name] ||= []).push(action),
    off: () => {},
  };
  render({ model, el: document.getElementById("mk-at") });
  if (stored.committed) commit(false);
}
standalone(JSON.parse(document.getElementById("mk-data").textContent));
