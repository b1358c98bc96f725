// Sends a form with its files, and tells how far it is: with `fetch`, which the client uses, nobody knows.
/* oxlint-disable-next-line no-unused-vars */
function sendForm(form, url, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(Math.floor((100 * loaded) / total)));
    request.addEventListener("load", () => resolve(request));
    request.addEventListener("error", () => reject(new Error(`${url} is out of reach.`)));
    request.open("POST", url);
    request.send(new FormData(form));
  });
}
