// Starts the app. `self.frise`, which early.js has made, holds the functions that Rust calls, in `src/web` only.

import init from "frise";
import "./copy.js";
import { otherCorpus } from "./corpus.js";
import { tellCourse } from "./course.js";
import "./focus.js";
import "./fold.js";
import { joinHost } from "./frame.js";
import { keep } from "./keep.js";
import "./lesson.js";
import { prepareOffline } from "./offline.js";
import "./paper.js";
import "./shards.js";
import "./tools.js";

frise.keep = keep;

// A kept page starts in the view that it was kept in, unless a link asks for another.
const view = document.querySelector("meta[name=frise-view]");
if (view && !location.search && !location.hash) {
  try {
    history.replaceState(null, "", view.content);
  } catch {
    // Where the browser guards the address, the page starts from its beginning.
  }
}

// Whichever of its buttons is pressed, what was said is heard.
document.querySelectorAll(".notice").forEach((notice) => (notice.onclick = () => (notice.hidden = true)));

joinHost();
// Compiles the response while it still comes in.
const start = () => init({ module_or_path: frise.app }).catch(frise.giveUp);
const corpus = otherCorpus();
if (!corpus) start();
else {
  // What cannot be read is told by the app.
  const give = (bytes) => (frise.corpus = bytes);
  const fail = (error) => (frise.corpusProblem = error.message);
  corpus.then(give, fail).then(start);
}
tellCourse();
prepareOffline();
