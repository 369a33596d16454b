// What the page says to the page that frames it, and what it takes from there.
//
// It says how high its content is, in the words of Canvas (`lti.frameResize`) and of H5P, whose resizers are on many course
// pages already; and which view it shows, so that a host can follow. Neither tells more than the frame's own address and
// content, which the host has chosen, so that both go to any host unless the address names one (`host=`).
//
// It takes a view from its host (`{ type: "frise:show", view: "?q=…" }`), but only from the origin that the address names.
// `src/views/app.rs` reads that view as it reads an address, and tells the reader of a message that was refused.

export const joinHost = () => {
  if (parent === self) return;
  const asked = new URLSearchParams(location.search);
  const host = asked.get("host");
  const say = (message) => {
    try {
      parent.postMessage(message, host || "*");
    } catch {
      // What was named as the host is no origin; the page has a note of it.
    }
  };
  const saySelf = (action, more) => say({ context: "h5p", action, ...more });
  const content = document.getElementById("frise");
  let told = 0;
  const tellHeight = () => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    // A page on its own scrolls by itself: only a compact one is as high as its content.
    if (height === told || !asked.has("embed")) return;
    told = height;
    say({ subject: "lti.frameResize", height });
    saySelf("resize", { scrollHeight: height, clientHeight: innerHeight });
  };
  frise.view = (view) => say({ type: "frise:view", view, title: document.title });
  addEventListener("message", ({ source, origin, data }) => {
    if (data?.type === "frise:show") {
      const detail = source === parent && origin === host ? String(data.view) : null;
      dispatchEvent(new CustomEvent("frise:show", { detail }));
    } else if (source === parent && data?.context === "h5p") {
      // A resizer that has just begun to listen, or greets back, or has another width.
      if (data.action === "ready") saySelf("hello");
      told = 0;
      tellHeight();
    }
  });
  saySelf("hello");
  new ResizeObserver(tellHeight).observe(content);
};
