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
// The app is compiled while its response still comes in, and while another corpus does, for which it waits.
const corpus = otherCorpus();
corpus?.catch(() => {});
frise.givenCorpus = async () => (frise.corpus = await corpus);
init({ module_or_path: frise.app }).catch(frise.giveUp);
tellCourse();
prepareOffline();
