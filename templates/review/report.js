"use strict";
/* En rapport: texten och sidorna följs åt, och texten läses om utan att läsaren tappar sin plats. */

(() => {
  const frame = document.getElementById("rapporten");

  /* Rullar bara i den egna rutan, så att sidan runt om står stilla. */
  function showPage(number) {
    const page = document.getElementById(`sida-${number}`);
    if (!page) return;
    const pages = page.closest(".pages");
    pages.scrollTop += page.getBoundingClientRect().top - pages.getBoundingClientRect().top - 12;
  }

  function showAnchor(anchor) {
    const place = frame.contentDocument && frame.contentDocument.getElementById(anchor);
    if (place) frame.contentWindow.scrollBy({ top: place.getBoundingClientRect().top - 56, behavior: "instant" });
  }

  function bringForward(part) {
    if (getComputedStyle(frame.closest(".desk")).display === "block") part.scrollIntoView({ block: "start" });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-anchor]");
    if (link) {
      event.preventDefault();
      showAnchor(link.dataset.anchor);
      if (link.dataset.page) showPage(link.dataset.page);
      bringForward(frame.parentElement);
      return;
    }
    const page = event.target.closest("a.to-page");
    if (page) {
      event.preventDefault();
      showPage(page.hash.replace("#sida-", ""));
      const anchor = page.closest("li").querySelector("a[data-anchor]");
      if (anchor) showAnchor(anchor.dataset.anchor);
      bringForward(document.querySelector(".on-paper"));
    }
  });

  /* Ramen byts inte ut utan laddas om där läsaren står. */
  granskning.when((what, fresh) => {
    if (what !== "ny") return false;
    const wanted = fresh.getElementById("rapporten");
    if (!wanted) return false;
    const address = wanted.getAttribute("src").split("#")[0];
    if (address !== frame.getAttribute("src").split("#")[0]) {
      const at = frame.contentWindow ? frame.contentWindow.scrollY : 0;
      frame.addEventListener("load", () => frame.contentWindow.scrollTo({ top: at, behavior: "instant" }), { once: true });
      frame.setAttribute("src", address);
    }
    return false;
  });
})();
