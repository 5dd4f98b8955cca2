// Small enhancements; every page works without them.
(() => {
  "use strict";

  // Copy buttons: shown only where copying works.
  if (navigator.clipboard) {
    for (const button of document.querySelectorAll("[data-copy]")) {
      button.hidden = false;
      button.addEventListener("click", async () => {
        const source = document.getElementById(button.dataset.copy);
        await navigator.clipboard.writeText(source.textContent.trim().replace(/\s+/g, " "));
        button.querySelector("span").textContent = "Copied";
      });
    }
  }

  // Light or dark: change at once and let the server remember it.
  for (const form of document.querySelectorAll("[data-theme-form]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const theme = event.submitter.value;
      document.documentElement.dataset.theme = theme;
      const data = new FormData(form);
      data.set("theme", theme);
      fetch(form.action, { method: "POST", body: data, redirect: "manual" });
    });
  }

  // Selects that send their form by themselves; the button beside them is for those without scripts.
  for (const form of document.querySelectorAll("form[data-instant]")) {
    for (const button of form.querySelectorAll("[data-fallback]")) button.hidden = true;
    form.addEventListener("change", (event) => {
      if (event.target.matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
    });
  }

  // One box that marks all boxes of a form, wherever they stand.
  for (const box of document.querySelectorAll("[data-mark-all]")) {
    box.closest("label").hidden = false;
    box.addEventListener("change", () => {
      for (const each of document.querySelectorAll(`input[form="${box.dataset.markAll}"]`)) each.checked = box.checked;
    });
  }

  // A form that says what it wants twice (a change, then its sending) is answered once: what the address names already is
  // on the page, and a second answer would take the place of what somebody has gone to meanwhile.
  document.addEventListener("htmx:beforeRequest", (event) => {
    const { elt, pathInfo } = event.detail;
    if (!elt.matches("form[hx-push-url=true]")) return;
    const asked = new URL(pathInfo.finalRequestPath, location);
    if (asked.pathname + asked.search === location.pathname + location.search) event.preventDefault();
  });

  // What had the focus may have been replaced: then its place keeps it.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (document.activeElement === document.body) event.detail.elt.querySelector("a, button")?.focus();
  });

  // The browser knows its time zone; offered where nobody has chosen one.
  for (const select of document.querySelectorAll("select[data-own-zone]")) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = [...select.options].some((option) => option.value === zone);
    if (select.value === "UTC" && known) select.value = zone;
  }

  // A passage that is marked on the page goes along with the report of an error.
  for (const link of document.querySelectorAll("[data-report]")) {
    link.addEventListener("click", () => {
      const marked = getSelection().toString().trim().slice(0, 600);
      if (!marked) return;
      const address = new URL(link.href);
      address.searchParams.set("quote", marked);
      link.href = address;
    });
  }

  // Addresses of searches name only what was asked.
  document.addEventListener("formdata", (event) => {
    if (event.target.method !== "get") return;
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });

  // In a diff: n and p go to the next and the previous change.
  const stops = [...document.querySelectorAll("[data-stop]")];
  if (stops.length) {
    let here = -1;
    const place = document.querySelector("[data-here]");
    const go = (step) => {
      stops[here]?.classList.remove("here");
      here = Math.min(stops.length - 1, Math.max(0, here + step));
      stops[here].classList.add("here");
      stops[here].scrollIntoView({ block: "start" });
      stops[here].focus({ preventScroll: true });
      if (place) place.textContent = `${here + 1} of ${stops.length}`;
    };
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
      if (event.key === "n") go(1);
      if (event.key === "p") go(-1);
    });
    for (const button of document.querySelectorAll("[data-go]")) {
      button.hidden = false;
      button.addEventListener("click", () => go(Number(button.dataset.go)));
    }
  }

  // A link into an archived passage opens any closed part that holds it.
  document.getElementById(location.hash.slice(1))?.closest("details")?.setAttribute("open", "");
})();
