// The page works without a network after its first visit, and learns of a newer version without being torn from the reader's hands.

const HOUR = 3_600_000;

/**
 * @param {(renew: () => void) => void} onNewer a newer version waits; `renew` puts it in this one's place
 */
export async function keepInstalled(onNewer) {
  if (!("serviceWorker" in navigator)) return;
  const worker = navigator.serviceWorker;
  const registration = await worker.register("./service-worker.js").catch(() => null);
  if (!registration) return;

  let renewing = false;
  worker.addEventListener("controllerchange", () => renewing && location.reload());
  const offer = (waiting) =>
    onNewer(() => {
      renewing = true;
      waiting.postMessage("renew");
    });

  // On a first visit nobody controls the page yet, and what waits is no news.
  const look = () => registration.waiting && worker.controller && offer(registration.waiting);
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", look),
  );
  look();

  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
}
