"use strict";
/* Granskningssidan: visar ändringar när de sker, och säger när förbindelsen är bruten.
   Allt går att läsa utan skript. */

const granskning = (() => {
  const body = document.body;
  const connection = document.getElementById("forbindelse");
  const listeners = [];
  const known = new Map();
  let version = body.dataset.version;
  let source = null;
  let lost = false;

  const parts = (root) => root.querySelectorAll("[data-part]");
  const remember = () => parts(document).forEach((part) => known.set(part.dataset.part, part.outerHTML));

  function say(words, kind) {
    connection.textContent = words;
    connection.className = `connection ${kind}`;
    connection.hidden = words === "";
  }

  function setLost(now) {
    if (now === lost) return;
    lost = now;
    if (lost) say("Förbindelsen med programmet är bruten. Sidan visar det senaste den fick.", "lost");
    else {
      say("Förbindelsen är tillbaka.", "found");
      setTimeout(() => { if (!lost) say("", ""); }, 4000);
    }
    listeners.forEach((listener) => listener(lost ? "bruten" : "tillbaka"));
  }

  /* Byter bara de delar som har ändrats. Den som läser står kvar där den står. */
  function replaceParts(fresh) {
    const focused = document.activeElement && document.activeElement.id;
    for (const part of parts(fresh)) {
      const name = part.dataset.part;
      const here = document.querySelector(`[data-part="${CSS.escape(name)}"]`);
      if (!here || known.get(name) === part.outerHTML) continue;
      known.set(name, part.outerHTML);
      const scrolled = here.querySelector(".pages") ? here.querySelector(".pages").scrollTop : 0;
      const opened = [...here.querySelectorAll("details")].map((each) => each.open);
      const copy = document.importNode(part, true);
      here.replaceWith(copy);
      copy.querySelectorAll("details").forEach((each, at) => { if (at in opened) each.open = opened[at]; });
      if (copy.querySelector(".pages")) copy.querySelector(".pages").scrollTop = scrolled;
    }
    if (focused && document.activeElement === body) {
      const again = document.getElementById(focused);
      if (again) again.focus({ preventScroll: true });
    }
  }

  function sameParts(fresh) {
    const names = (root) => [...parts(root)].map((part) => part.dataset.part).join("|");
    return names(fresh) === names(document);
  }

  async function renew() {
    const answer = await fetch(location.pathname + location.search, { headers: { accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    version = fresh.body.dataset.version;
    const held = listeners.map((listener) => listener("ny", fresh)).includes(true);
    if (held) return;
    if (!sameParts(fresh)) { location.reload(); return; }
    replaceParts(fresh);
  }

  function listen() {
    if (source || document.hidden) return;
    const address = new URL(location.href);
    address.hash = "";
    address.searchParams.set("handelser", version);
    source = new EventSource(address);
    source.addEventListener("open", () => setLost(false));
    source.addEventListener("andrad", (event) => { if (event.data !== version) renew().catch(() => setLost(true)); });
    source.addEventListener("error", () => {
      setLost(true);
      if (source.readyState === EventSource.CLOSED) { source = null; setTimeout(listen, 2000); }
    });
  }

  function rest() {
    if (source) source.close();
    source = null;
  }

  remember();
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", listen);
  listen();

  return {
    when: (listener) => listeners.push(listener),
    isLost: () => lost,
    lost: () => setLost(true),
    reached: () => setLost(false),
  };
})();
