// The theme: the system's, or the one last chosen.
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
try { const kept = localStorage.getItem("selisik-theme"); if (kept) root.dataset.theme = kept; } catch { /* no storage: the system's theme */ }
document.getElementById("theme").addEventListener("click", () => {
  const now = root.dataset.theme || (dark.matches ? "dark" : "light");
  root.dataset.theme = now === "dark" ? "light" : "dark";
  try { localStorage.setItem("selisik-theme", root.dataset.theme); } catch { /* not kept */ }
});
