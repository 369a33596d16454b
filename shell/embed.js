// For the page that frames a timeline, if it likes: gives each frame the height of its content. It hears only frames whose
// address begins with the folder that this script came from, and only while they are there.
{
  const folder = new URL(".", document.currentScript.src);
  const frames = () => [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(folder.href));
  addEventListener("message", ({ data, origin, source }) => {
    const frame = frames().find((frame) => frame.contentWindow === source);
    // A frame in a sandbox has no origin of its own.
    const own = origin === folder.origin || (origin === "null" && frame?.hasAttribute("sandbox"));
    const isResize = data?.subject === "lti.frameResize" || (data?.context === "h5p" && data.action === "resize");
    const height = isResize && Number(data.height ?? data.scrollHeight);
    if (frame && own && height > 0) frame.style.height = `${Math.min(Math.max(height, 200), 30000)}px`;
  });
  // What was said before this script came is said again.
  for (const frame of frames()) frame.contentWindow.postMessage({ context: "h5p", action: "ready" }, "*");
}
