// Runs shell/course.js, as the package has it, under the course system of scorm-again, and checks what a teacher then sees.
//
//     node course.mjs SHELL/course.js
//
// Each run is a learner who opens the page and leaves it. `scorm-again` refuses what SCORM 1.2 refuses: an unknown element, a value
// that is not of its type, one that is too long.
import fs from 'node:fs';
import { Scorm12API } from 'scorm-again/scorm12';

// The longest value of an element in SCORM 1.2, `cmi.suspend_data`.
const LONGEST = 4096;

const source = fs.readFileSync(process.argv[2], 'utf8');
const { tellCourse } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
const settings = { autocommit: false, lmsCommitUrl: false, logLevel: 5, mastery_override: false };
let failures = 0;

function compare(what, found, expected) {
  if (found !== expected) {
    failures += 1;
    console.log(`${what}: expected ${expected}, found ${found}`);
  }
}

/** A window around the page, in which a course system may be. */
function open(depth, api) {
  let outer = { API: api, opener: null };
  outer.parent = outer;
  for (let level = 0; level < depth; level += 1) outer = { parent: outer };
  const leave = [];
  globalThis.self = outer;
  globalThis.top = outer;
  while (globalThis.top.parent !== globalThis.top) globalThis.top = globalThis.top.parent;
  globalThis.addEventListener = (name, listener) => name === 'pagehide' && leave.push(listener);
  return () => leave.splice(0).forEach((listener) => listener());
}

for (const [status, mode, after] of [
  ['not attempted', 'normal', 'completed'],
  ['incomplete', 'normal', 'completed'],
  ['passed', 'normal', 'passed'],
  ['completed', 'review', 'completed'],
  // The course system says so itself.
  ['not attempted', 'browse', 'browsed'],
]) {
  const what = `${status}, ${mode}`;
  const system = new Scorm12API(settings);
  system.loadFromJSON({ core: { lesson_status: status, lesson_mode: mode } });
  const said = [];
  const api = {};
  for (const name of ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish', 'LMSGetLastError']) {
    api[name] = (...parts) => {
      said.push([name, ...parts]);
      const answer = system[name](...parts);
      compare(`${what}, ${name} ${parts}`, String(system.LMSGetLastError()), '0');
      return answer;
    };
  }
  const leave = open(2, api);
  const clock = Date.now;
  tellCourse();
  Date.now = () => clock() + 5025_250;
  leave();
  Date.now = clock;
  const values = said.filter(([name]) => name === 'LMSSetValue');
  const time = values.find(([, element]) => element === 'cmi.core.session_time')?.[2] ?? '';
  compare(`${what}, the time`, time.replace(/\.\d\d$/, ''), '0001:23:45');
  compare(`${what}, the status`, system.cmi.core.lesson_status, after);
  compare(`${what}, the last call`, said.at(-1)?.[0], 'LMSFinish');
  compare(`${what}, long values`, values.filter(([, , value]) => value.length > LONGEST).length, 0);
}

// Nothing is said where there is no course system, and a window of another site hides none.
tellCourse(open(1, undefined));
const said = [];
const api = { LMSInitialize: () => (said.push('begun'), 'false') };
open(1, api);
Object.defineProperty(globalThis, 'top', { value: { get opener() { throw new Error('of another site'); } }, configurable: true });
tellCourse();
compare('below a window of another site', said.join(), 'begun');

console.log(failures ? `${failures} failures` : 'scorm-again: all that the page says is taken');
process.exit(failures ? 1 : 0);
