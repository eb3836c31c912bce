// Keys and the filter.
const find = document.getElementById("find");
const keys = document.getElementById("keys");
const visible = (e) => e.offsetParent !== null;
document.querySelector(".tools").hidden = false;

// step moves to the next or previous statement; an open panel follows.
function step(by) {
  const all = [...document.querySelectorAll("main a.q")].filter(visible);
  if (!all.length) return;
  const from = opener && all.includes(opener) ? opener : document.activeElement;
  let i = all.indexOf(from);
  if (i < 0) i = by > 0 ? all.findIndex((a) => a.getBoundingClientRect().top > 60) - 1 : all.length;
  const next = all[Math.min(Math.max(i + by, 0), all.length - 1)];
  const reading = document.body.classList.contains("reading");
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
  if (reading) open(next, true);
}

const actions = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => find.focus(),
  "?": () => keys.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !keys.open) {
    if (document.activeElement === find && find.value) { find.value = ""; filter(); }
    else if (document.activeElement === find) find.blur();
    else shut();
    return;
  }
  if (event.metaKey || event.ctrlKey || event.altKey || keys.open || event.target.closest("input, select, textarea")) return;
  if (actions[event.key]) { event.preventDefault(); actions[event.key](); }
});

// filter shows the statements that hold all words typed, and the parts that
// hold such statements.
function filter() {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  let n = 0;
  document.querySelectorAll("main .say").forEach((say) => {
    const text = say.textContent.toLowerCase();
    say.hidden = !words.every((w) => text.includes(w));
    if (!say.hidden) n++;
  });
  document.querySelectorAll("main .part").forEach((p) => {
    const says = p.querySelectorAll(".say");
    p.hidden = words.length > 0 && (says.length === 0 || ![...says].some((s) => !s.hidden));
    if (words.length) p.querySelectorAll("details.rest, .omits details").forEach((d) => { d.open = true; });
  });
  const found = document.getElementById("found");
  found.textContent = words.length ? found.dataset.words.replace("{n}", n) : "";
}
find.addEventListener("input", filter);
document.getElementById("help").addEventListener("click", () => keys.showModal());

// A print shows the articles' texts.
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
