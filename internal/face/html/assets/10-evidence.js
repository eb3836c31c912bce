"use strict";
// The evidence panel: built from the page's own elements by cloning and by
// text, never from markup in a string.
const panel = document.getElementById("panel");
const part = (name) => panel.querySelector(".panel-" + name);
let opener = null;

// parse reads "s1a2:120-180 s1a3:t" into passages.
function parse(list) {
  return list.split(" ").filter(Boolean).map((ref) => {
    const [article, where] = ref.split(":");
    const [start, end] = where === "t" ? [-1, -1] : where.split("-").map(Number);
    return { article, start, end, title: where === "t" };
  });
}

// pieces returns the elements of an article that a passage covers.
function pieces(root, p) {
  if (p.title) return [...root.querySelectorAll(".atitle")];
  return [...root.querySelectorAll(".text [data-s]")].filter((s) => +s.dataset.s >= p.start && +s.dataset.e <= p.end);
}

function element(name, className, text) {
  const e = document.createElement(name);
  if (className) e.className = className;
  if (text !== undefined) e.textContent = text;
  return e;
}

// card is one passage in short: who, when, the words.
function card(p, i, all) {
  const article = document.getElementById(p.article);
  const li = element("li");
  const button = element("button");
  button.type = "button";
  const who = element("span", "who", "[" + article.querySelector(".n").textContent + "] ");
  who.append(element("b", "", article.querySelector(".outlet").textContent), " · " + article.querySelector("summary .dim").textContent);
  button.append(who, element("span", "words", pieces(article, p).map((e) => e.textContent).join("")));
  button.addEventListener("click", () => show(all, i));
  li.append(button);
  return li;
}

// mark turns a piece of text into a marked one.
function mark(piece, className) {
  if (piece.classList.contains("atitle")) return piece.classList.add("on");
  if (!piece.parentNode || piece.tagName === "MARK") return; // marked already
  const m = element("mark", className);
  Object.assign(m.dataset, piece.dataset);
  m.append(...piece.childNodes);
  piece.replaceWith(m);
}

// show puts the article of passage i into the panel, with passage i marked and
// the others of the list that stand in it marked lightly, and scrolls to i.
function show(all, i) {
  const p = all[i];
  const copy = document.getElementById(p.article).querySelector(".full").cloneNode(true);
  copy.querySelectorAll("[id]").forEach((e) => e.removeAttribute("id"));
  pieces(copy, p).forEach((e) => mark(e, "on"));
  all.filter((o) => o.article === p.article).flatMap((o) => pieces(copy, o)).forEach((e) => mark(e, "on also"));
  const text = part("text");
  text.replaceChildren(copy);
  const cards = part("cards");
  cards.querySelectorAll("button").forEach((b, n) => b.setAttribute("aria-current", String(n === i)));
  cards.scrollTop = cards.children[i].offsetTop - cards.offsetTop - cards.clientHeight / 3;
  const first = copy.querySelector(p.title ? ".atitle" : 'mark[data-s="' + p.start + '"]') || copy.querySelector(".on");
  if (first) text.scrollTop = first.offsetTop - text.offsetTop - text.clientHeight / 4;
}

// start is the passage to show first: the one that says just what the statement
// says, else the first inside a text rather than a headline.
function start(all, statement) {
  const says = (p) => pieces(document.getElementById(p.article), p).map((e) => e.textContent).join("").trim();
  const same = all.findIndex((p) => !p.title && says(p) === statement);
  return Math.max(same, same < 0 ? all.findIndex((p) => !p.title) : 0, 0);
}

// open shows the evidence that a link leads to.
function open(link, quiet) {
  const all = parse(link.dataset.open).filter((p) => document.getElementById(p.article));
  if (!all.length) return false;
  shut(true);
  opener = link;
  link.classList.add("open");
  link.setAttribute("aria-expanded", "true");
  const say = link.closest(".say");
  if (say) say.classList.add("open");
  const about = say ? say.querySelector(".line") : link.closest("tr") && link.closest("tr").querySelector("th");
  part("about").textContent = about ? (about.querySelector(".q, a") || about).textContent : "";
  part("cards").replaceChildren(...all.map((p, i) => card(p, i, all)));
  part("hint").hidden = true;
  part("body").hidden = false;
  panel.hidden = false;
  panel.classList.remove("empty");
  document.body.classList.add("reading");
  show(all, start(all, part("about").textContent.trim()));
  if (getComputedStyle(panel).position === "fixed") (say || link).scrollIntoView({ block: "start" });
  if (!quiet) document.getElementById("panel-title").focus({ preventScroll: true });
  return true;
}

// shut empties the panel; the focus goes back to what opened it.
function shut(quiet) {
  if (!opener) return false;
  opener.classList.remove("open");
  opener.removeAttribute("aria-expanded");
  const say = opener.closest(".say");
  if (say) say.classList.remove("open");
  if (!quiet) {
    part("hint").hidden = false;
    part("body").hidden = true;
    panel.classList.add("empty");
    document.body.classList.remove("reading");
    opener.focus({ preventScroll: true });
  }
  opener = null;
  return true;
}

panel.hidden = false;
panel.classList.add("empty");
document.getElementById("close").addEventListener("click", () => shut());
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-open]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (open(link)) event.preventDefault();
});
