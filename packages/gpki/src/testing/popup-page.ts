/**
 * The page at /popupForm, as the real one behaves: it asks its opener for the request, sends that to the service as a form body
 * without encoding it, posts the answer's text to any origin, and closes itself.
 */
export const popupPage = `<!doctype html><html lang="zh-Hant"><meta charset="utf-8"><title>TEST ONLY 測試用元件</title>
<p>TEST ONLY 測試用元件</p>
<script>
const paths = { MakeSignature: '/sign', CheckEnvir: '/pkcs11info', GetUserCert: '/pkcs11info?withcert=true' };
window.addEventListener('message', async (event) => {
  if (event.source !== window.opener) return;
  const request = JSON.parse(event.data);
  const path = paths[request.func];
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-opener-origin': event.origin };
  const answer = path
    ? await (await fetch(path, { method: 'POST', headers, body: 'tbsPackage=' + event.data })).text()
    : JSON.stringify({ ret_code: 0x7600000E });
  window.opener.postMessage(answer, '*');
  window.close();
});
if (window.opener) window.opener.postMessage(JSON.stringify({ func: 'getTbs' }), '*');
</script></html>`;

/** The same page when it never asks for anything: the component hangs. */
export const silentPage =
  '<!doctype html><meta charset="utf-8"><title>TEST ONLY</title><p>TEST ONLY 測試用元件（沒有回應）</p>';

/** The page at /addDomain: a person confirms, nothing is added by opening it. */
export function addDomainPage(domain: string): string {
  const safe = domain.replace(/[^\w.-]/g, '');
  return `<!doctype html><html lang="zh-Hant"><meta charset="utf-8"><title>TEST ONLY 加入信任網站</title>
<form method="post" action="/addDomain?domain=${safe}"><p>TEST ONLY：${safe}</p><button>加入信任網站</button></form></html>`;
}
