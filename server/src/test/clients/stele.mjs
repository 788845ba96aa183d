// What every test needs: where the server is, its keys, a customer who has written in, and patience.
import assert from 'node:assert/strict';

const required = (name) => {
  const value = process.env[name];
  assert.ok(value, `${name} must be set`);
  return value;
};

export const url = required('STELE_URL');
export const phoneNumber = required('STELE_PHONE_NUMBER');
export const phoneNumberId = required('STELE_PHONE_NUMBER_ID');
export const wabaId = required('STELE_WABA_ID');
export const senderId = required('STELE_SENDER_ID');
export const keys = {
  zavu: required('STELE_ZAVU_KEY'),
  zavuTest: required('STELE_ZAVU_TEST_KEY'),
  kapso: required('STELE_KAPSO_KEY'),
  chirpAdmin: required('STELE_CHIRP_ADMIN_KEY'),
  chirpApp: required('STELE_CHIRP_APP_KEY'),
  chirpTest: required('STELE_CHIRP_TEST_KEY'),
};

let customers = Number(process.env.STELE_FIRST_CUSTOMER ?? Date.now() % 1_000_000);

/** A fictional phone number that no test has used. */
export const newCustomer = () => `+4915${String(20_000_000 + customers++).padStart(8, '0')}`;

/** Plain HTTP with JSON; the answer's status, headers and body. */
export async function http(method, path, key, body, headers = {}) {
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
}

/** A customer writes in, which opens the 24-hour window; the message's id in Zavu's form. */
export async function writeIn(from, message = { type: 'text', text: { body: 'Hello' } }, key = keys.zavu) {
  const answer = await http('POST', '/sandbox/inbound', key, { channel: 'whatsapp', from, to: phoneNumber, ...message });
  assert.equal(answer.status, 202, JSON.stringify(answer.body));
  return answer.body.id;
}

/** A customer with an open window. */
export async function customerInConversation(key = keys.zavu) {
  const customer = newCustomer();
  await writeIn(customer, undefined, key);
  return customer;
}

/** Asks again until the condition holds, for at most ten seconds; the last answer. */
export async function eventually(ask, holds) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    assert.ok(Date.now() < deadline, `did not come true in time: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const digits = (number) => number.replace('+', '');
