// Has worker.js keep the page for when there is no network, and offers a newer version once the worker has all of it.
//
// Not in frames, which are guests on somebody else's page, nor in a page that is one file, nor where a browser refuses.

export const prepareOffline = () => {
  if (top === self && !document.getElementById("frise-wasm") && document.documentElement.className !== "embed") {
    // After all else, so that it takes nothing from the first visit.
    if (document.readyState === "complete") register();
    else addEventListener("load", register);
  }
};

const register = async () => {
  try {
    const workers = navigator.serviceWorker;
    const registration = await workers.register("worker.js");
    const bar = document.getElementById("update");
    const offer = () => {
      // Without a controller this is the first version that the browser has met.
      if (registration.waiting && workers.controller) bar.hidden = false;
    };
    const watch = () => registration.installing?.addEventListener("statechange", offer);
    registration.addEventListener("updatefound", watch);
    // The browser may have found it before this was heard.
    watch();
    offer();
    bar.querySelector("button").onclick = () => {
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      // Another window may have been faster.
      if (registration.waiting) registration.waiting.postMessage("use");
      else location.reload();
    };
  } catch {
    // Refused, or not reachable: the page works online.
  }
};
