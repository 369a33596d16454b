(() => {
  const errors = (window.friseErrors = []);
  const describe = (value) => (value instanceof Error && value.stack ? `${value}\n${value.stack}` : String(value));
  // Captured, because a failed script, style or picture tells its own element only.
  addEventListener('error', (event) => {
    const element = event.target;
    errors.push(element instanceof Element
      ? `could not load ${element.src || element.href}`
      : `${describe(event.error ?? event.message)} (${event.filename}:${event.lineno})`);
  }, true);
  addEventListener('unhandledrejection', (event) => errors.push(`not handled: ${describe(event.reason)}`));
  addEventListener('securitypolicyviolation', (event) =>
    errors.push(`policy ${event.violatedDirective} forbids ${event.blockedURI}`));
  const log = console.error;
  console.error = (...parts) => {
    errors.push(parts.map(describe).join(' '));
    log.apply(console, parts);
  };
})();
