// Passkeys: asks the browser for one and sends what it says with the form that stands around the button.
"use strict";

const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const withBytes = (credentials) => (credentials ?? []).map((one) => ({ ...one, id: toBytes(one.id) }));

const described = (credential, response) =>
  JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });

const create = async ({ publicKey }) => {
  const credential = await navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: toBytes(publicKey.challenge),
      user: { ...publicKey.user, id: toBytes(publicKey.user.id) },
      excludeCredentials: withBytes(publicKey.excludeCredentials),
      authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
    },
  });
  return described(credential, {
    clientDataJSON: toText(credential.response.clientDataJSON),
    attestationObject: toText(credential.response.attestationObject),
    transports: credential.response.getTransports?.() ?? [],
  });
};

const prove = async ({ publicKey }) => {
  const credential = await navigator.credentials.get({
    publicKey: {
      ...publicKey,
      challenge: toBytes(publicKey.challenge),
      allowCredentials: withBytes(publicKey.allowCredentials),
    },
  });
  return described(credential, {
    clientDataJSON: toText(credential.response.clientDataJSON),
    authenticatorData: toText(credential.response.authenticatorData),
    signature: toText(credential.response.signature),
    userHandle: credential.response.userHandle && toText(credential.response.userHandle),
  });
};

const optionsOnPage = async () => JSON.parse(document.getElementById("passkey-options").textContent);

const optionsFrom = async (address) => {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  return await answer.json();
};

const WAYS = {
  add: async () => create((await optionsOnPage()).creation_options),
  prove: async () => prove((await optionsOnPage()).request_options),
  login: async (form) => prove((await optionsFrom(form.action)).request_options),
};

const serve = (area) => {
  const form = area.querySelector("form");
  const failed = area.querySelector("[data-passkey-failed]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    try {
      form.elements.credential.value = await WAYS[area.dataset.passkey](form);
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
  area.hidden = false;
};

if (window.PublicKeyCredential) document.querySelectorAll("[data-passkey]").forEach(serve);
