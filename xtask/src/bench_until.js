// Waits until something is there, and returns it. Stands before the scripts that measure.
const LONGEST = 600000;
const until = (what, is) =>
  new Promise((done, fail) => {
    const start = performance.now();
    const look = () => {
      const found = is();
      if (found) done(found);
      else if (performance.now() - start > LONGEST) fail(new Error(`${what} did not come`));
      else setTimeout(look, 1);
    };
    look();
  });
