// What the page says to the page that frames it, and what it takes from there.
//
// It says how high its content is, in the words of Canvas (`lti.frameResize`) and of H5P, whose resizers are on many course
// pages already; and which view it shows, and with it what the reader looks for, so that a host can follow. Both go to any
// host unless the address names one (`host=`); the page's statement on privacy says so.
//
// It takes a view from its host (`{ type: "frise:show", view: "?q=…" }`), but only from the origin that the address names.
// `src/components/app/address.rs` reads that view as it reads an address, and tells the reader of a message that was refused.

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
  let sent = 0;
  const tellHeight = () => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    // A page on its own scrolls by itself: only a compact one is as high as its content.
    if (height === sent || document.documentElement.className !== "embed") return;
    sent = height;
    say({ subject: "lti.frameResize", height });
    saySelf("resize", { scrollHeight: height, clientHeight: innerHeight });
  };
  // What comes before the app can hear is kept for it: it says a view as soon as it can.
  let heard = false;
  let early;
  const show = (detail) => dispatchEvent(new CustomEvent("frise:show", { detail }));
  frise.view = (view) => {
    say({ type: "frise:view", view, title: document.title });
    if (!heard && early !== undefined) show(early);
    heard = true;
  };
  addEventListener("message", ({ source, origin, data }) => {
    if (data?.type === "frise:show") {
      // A host without an origin of its own cannot be told from any other.
      const isHost = source === parent && origin === host && host !== "null";
      early = isHost && typeof data.view === "string" ? data.view : null;
      if (heard) show(early);
    } else if (source === parent && data?.context === "h5p") {
      // A resizer that has just begun to listen, or greets back, or has another width.
      if (data.action === "ready") saySelf("hello");
      sent = 0;
      tellHeight();
    }
  });
  saySelf("hello");
  new ResizeObserver(tellHeight).observe(content);
};
