"use strict";
/* Redigeraren: förhandsvisar medan man skriver, sparar utan att ladda om, och förlorar aldrig det skrivna. */

(() => {
  const form = document.getElementById("redigerare");
  const text = document.getElementById("markdown");
  const base = document.getElementById("grund");
  const office = document.getElementById("kontor");
  const preview = document.getElementById("visning");
  const problems = document.getElementById("problem");
  const state = document.getElementById("laget");
  const save = document.getElementById("spara");
  const found = document.getElementById("fanns");
  const place = `rapport/${document.body.dataset.workspace}/${form.dataset.key}`;
  const officePlace = `rapport/${document.body.dataset.workspace}/kontor`;
  const isConflict = !preview;
  let saved = current();
  let asked = 0;
  let timer = 0;
  let onDisk = false;

  function chosen() {
    const radio = form.querySelector('input[name="status"]:checked');
    return radio ? radio.value : "";
  }

  function current() {
    return JSON.stringify([text.value, chosen(), office.value]);
  }

  const isDirty = () => current() !== saved;

  function say(words, kind = "") {
    state.textContent = words;
    state.className = `save-state ${kind}`;
  }

  /* Det skrivna ligger i webbläsaren tills det är sparat. */
  function keep() {
    try {
      if (isDirty()) localStorage.setItem(place, JSON.stringify({ text: text.value, base: base.value, at: new Date().toISOString() }));
      else localStorage.removeItem(place);
    } catch { /* en webbläsare som inte får spara skriver ändå */ }
  }

  function unsaved() {
    try { return JSON.parse(localStorage.getItem(place)); } catch { return null; }
  }

  function offerUnsaved() {
    const kept = unsaved();
    if (!kept || !found) return;
    if (kept.text === text.value) { localStorage.removeItem(place); return; }
    const when = new Date(kept.at).toLocaleString("sv-SE", { dateStyle: "short", timeStyle: "short" });
    found.querySelector("p").textContent = `En version som du skrev ${when} sparades aldrig. Den finns kvar i webbläsaren.`;
    found.hidden = false;
    document.getElementById("hamta-osparat").addEventListener("click", () => {
      text.value = kept.text;
      base.value = kept.base;
      found.hidden = true;
      changed();
      text.focus();
    });
    document.getElementById("kasta-osparat").addEventListener("click", () => {
      localStorage.removeItem(place);
      found.hidden = true;
      text.focus();
    });
  }

  function fields() {
    return new URLSearchParams(new FormData(form));
  }

  async function renewPreview() {
    if (isConflict) return;
    const mine = ++asked;
    try {
      const answer = await fetch(form.dataset.preview, { method: "POST", body: fields() });
      if (!answer.ok || mine !== asked) return;
      const news = await answer.json();
      if (mine !== asked) return;
      preview.innerHTML = news.visning;
      if (problems.innerHTML.trim() !== news.problem.trim()) problems.innerHTML = news.problem;
      granskning.reached();
    } catch { granskning.lost(); }
  }

  function changed() {
    keep();
    say(isDirty() ? "Inte sparat." : "");
    clearTimeout(timer);
    timer = setTimeout(renewPreview, 180);
  }

  async function store(event) {
    event.preventDefault();
    if (!form.reportValidity()) return;
    save.disabled = true;
    say("Sparar …");
    const sent = current();
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields(), headers: { accept: "application/json" } });
      await settled(answer, sent);
    } catch {
      keep();
      granskning.lost();
      say("Programmet svarar inte. Texten är inte sparad men finns kvar här i webbläsaren. Tryck på Spara igen när förbindelsen är tillbaka.", "bad");
    } finally {
      save.disabled = false;
    }
  }

  async function settled(answer, sent) {
    if (answer.status === 409) { saved = current(); HTMLFormElement.prototype.submit.call(form); return; }
    if (answer.status === 403) {
      say("Programmet har startats om och känner inte igen sidan. Texten finns kvar i webbläsaren: öppna den nya adressen, så erbjuds du den.", "bad");
      keep();
      return;
    }
    if (!answer.ok) {
      const reasons = answer.headers.get("content-type").includes("json") ? (await answer.json()).fel : ["Något gick fel."];
      say(`Inte sparat. ${reasons.join(" ")}`, "bad");
      keep();
      return;
    }
    const news = await answer.json();
    base.value = news.grund;
    saved = sent;
    onDisk = false;
    try { localStorage.setItem(officePlace, office.value); } catch { /* ingen plats */ }
    keep();
    const clock = new Date().toLocaleTimeString("sv-SE", { timeStyle: "short" });
    say(isDirty() ? "Sparat, men du har skrivit mer sedan dess." : `Sparat ${clock}.`, "good");
    granskning.reached();
    if (isConflict) location.assign(`/text/${form.dataset.key}`);
  }

  function goToLine(number) {
    const lines = text.value.split("\n");
    const start = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[number - 1] || "").length);
  }

  function insert(words) {
    text.focus();
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    changed();
  }

  form.addEventListener("submit", store);
  form.addEventListener("input", changed);
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      if (!save.disabled) form.requestSubmit(save);
    }
  });
  document.addEventListener("click", (event) => {
    const line = event.target.closest("button.line");
    if (line) goToLine(Number(line.dataset.line));
    const expression = event.target.closest("button.insert");
    if (expression) insert(expression.dataset.insert);
  });
  document.querySelectorAll("button.insert").forEach((button) => { button.hidden = false; });
  window.addEventListener("beforeunload", (event) => { if (isDirty()) event.preventDefault(); });

  granskning.when((what, fresh) => {
    if (what === "bruten") {
      if (isDirty()) say("Förbindelsen är bruten. Det du skriver finns kvar i webbläsaren.", "bad");
      return false;
    }
    if (what === "tillbaka") {
      if (isDirty()) say("Förbindelsen är tillbaka. Texten är inte sparad än.", "");
      return false;
    }
    const theirs = fresh.getElementById("grund");
    if (!theirs || isConflict) return true;
    if (theirs.value === base.value) return false;
    if (isDirty()) {
      onDisk = true;
      say("Texten har ändrats på disken medan du skrev. När du sparar visas båda versionerna.", "bad");
      return true;
    }
    text.value = fresh.getElementById("markdown").value;
    base.value = theirs.value;
    const status = fresh.querySelector('input[name="status"]:checked');
    form.querySelectorAll('input[name="status"]').forEach((radio) => { radio.checked = status && radio.value === status.value; });
    saved = current();
    renewPreview();
    say("Texten har ändrats på disken och visas som den är nu.", "good");
    return false;
  });

  try {
    const used = localStorage.getItem(officePlace);
    if (used && !isConflict) { office.value = used; saved = current(); }
  } catch { /* ingen plats */ }
  offerUnsaved();
})();
