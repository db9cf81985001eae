// Small parts that every view is built from. Text is always set as text, never as markup.
const KEEP = { "data-lm-suppress-shortcuts": "true" }; // on every focusable element: JupyterLab cuts the cell on "x" otherwise
const ICONS = {
  full: [["circle", { cx: 8, cy: 8, r: 6.5, fill: "currentColor" }]],
  half: [["circle", { cx: 8, cy: 8, r: 6, fill: "none", stroke: "currentColor", "stroke-width": 1.5 }], ["path", { d: "M8 2a6 6 0 0 0 0 12z", fill: "currentColor" }]],
  none: [["circle", { cx: 8, cy: 8, r: 6, fill: "none", stroke: "currentColor", "stroke-width": 1.5, "stroke-dasharray": "2.4 2.3" }]],
  pen: [["path", { d: "M3 13l1-3.5L10.500 3 13 5.500 6.500 12z", fill: "none", stroke: "currentColor", "stroke-width": 1.5, "stroke-linejoin": "round" }]],
};
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

const refill = (place, ...children) => place.replaceChildren(...children.filter((child) => child != null)); // else "null" would stand there
function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value == null) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  refill(made, ...children);
  return made;
}
function drawing([tag, attributes, children = []]) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.map((child) => (typeof child === "string" ? child : drawing(child))));
  return made;
}
function icon(name) {
  const made = node("span", { class: "mk-ico", "aria-hidden": "true" });
  if (ICONS[name]) made.append(drawing(["svg", { viewBox: "0 0 16 16" }, ICONS[name]]));
  return made;
}
const badge = (mark) => node("span", { class: "mk-badge", "aria-hidden": "true" }, mark);
const quiet = (text) => node("span", { class: "mk-vh" }, text);
const button = (text, action, kind = "") => node("button", { type: "button", class: `mk-btn ${kind}`, ...KEEP, onclick: action }, text);
const heading = (text) => node("h4", {}, text);
const line = (text) => (text ? node("p", {}, text) : null);
const marked = (runs, tags) => runs.flatMap(([text, role]) => (role && role !== "content"
  ? [node("span", { class: `mk-r mk-r-${role}` }, text), ...(tags ? [node("span", { class: "mk-tag" }, tags[`role_${role}`])] : [])] : [text]));

function table(caption, heads, rows, name = "mk-table") {
  const th = (text) => node("th", { scope: "col" }, text);
  return node("div", { class: "mk-scroll", tabindex: "0", role: "region", "aria-label": caption, ...KEEP },
    node("table", { class: name }, node("caption", {}, caption), node("thead", {}, node("tr", {}, ...heads.map(th))),
      node("tbody", {}, ...rows.map((cells) => node("tr", {}, ...cells.map((cell, i) => node(i ? "td" : "th", i ? {} : { scope: "row" }, cell)))))));
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
