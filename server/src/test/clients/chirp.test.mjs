// Chirp has no SDK: its clients are hand-written HTTP, as here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customerInConversation, eventually, http, keys, newCustomer, phoneNumber, writeIn } from './stele.mjs';

const send = (body, key = keys.chirpApp) => http('POST', '/v1/whatsapp/messages', key, { from: phoneNumber, ...body });
const get = (id, key = keys.chirpAdmin) => http('GET', `/v1/organization/whatsapp/messages/${id}`, key);

const sends = {
  text: [{ text: { body: 'Table ready' } }, { textBody: 'Table ready' }],
  image: [{ media: { mediaId: 'media_1', caption: 'Look' } }, { mediaCaption: 'Look' }],
  video: [{ media: { mediaId: 'media_2', caption: 'Watch' } }, { mediaCaption: 'Watch' }],
  audio: [{ media: { mediaId: 'media_3' } }, {}],
  document: [{ media: { mediaId: 'media_4', filename: 'a.pdf' } }, { mediaFilename: 'a.pdf' }],
  sticker: [{ sticker: { mediaId: 'media_5' } }, {}],
  location: [{ location: { latitude: 40.4168, longitude: -3.7038, name: 'Sol' } },
    { locationLatitude: '40.4168', locationLongitude: '-3.7038', locationName: 'Sol', locationAddress: null }],
  contacts: [{ contacts: { contacts: [{ name: { formattedName: 'Ana R.' }, phones: [{ phone: '+34600111222', type: 'CELL' }] }] } }, {}],
  template: [{ template: { name: 'booking_reminder', language: 'es', variables: { 1: 'Ana', 2: '21:00' } } }, {}],
  interactive: [{ interactive: { type: 'buttons', body: 'Choose', buttons: [{ id: 'y', title: 'Yes' }] } }, {}],
};

for (const [type, [member, shown]] of Object.entries(sends)) {
  test(`send ${type}, and read it back with every property`, async () => {
    const to = await customerInConversation();
    const sent = await send({ to, type, ...member });
    assert.equal(sent.status, 200, JSON.stringify(sent.body));
    assert.match(sent.body.id, /^msg_wa_[0-9A-Za-z]{27}$/);
    assert.equal(sent.body.status, 'queued');
    assert.equal(sent.body.contacts[0].wa_id, to.slice(1));
    const { status, body } = await get(sent.body.id);
    assert.equal(status, 200);
    assert.equal(Object.keys(body).length, 48);
    assert.equal(body.type, type);
    assert.equal(body.direction, 'OUTBOUND');
    assert.equal(body.fromPhoneNumber, phoneNumber);
    assert.equal(body.toPhoneNumber, to);
    assert.ok(body.queuedAt);
    assert.equal(body.recipients[0].phoneNumber, to);
    for (const [name, value] of Object.entries(shown)) assert.deepEqual(body[name], value, name);
  });
}

test('a reaction and a quote name their message by its Chirp id', async () => {
  const to = newCustomer();
  await writeIn(to);
  const inbound = (await http('GET', '/v1/whatsapp/messages?direction=INBOUND&limit=1', keys.chirpApp)).body.messages[0];
  const reaction = await send({ to, type: 'reaction', reaction: { messageId: inbound.id, emoji: '👍' } });
  const reacted = (await get(reaction.body.id)).body;
  assert.equal(reacted.reactionEmoji, '👍');
  assert.equal(reacted.reactionMessageId, inbound.id);
  const quote = await send({ to, type: 'text', text: { body: 'Yes' }, replyTo: inbound.id });
  assert.equal((await get(quote.body.id)).body.replyToMessageId, inbound.id);
});

test('read and typing answer success', async () => {
  await writeIn(newCustomer());
  const inbound = (await http('GET', '/v1/whatsapp/messages?direction=INBOUND&limit=1', keys.chirpApp)).body.messages[0];
  for (const action of ['read', 'typing']) {
    const answer = await http('POST', `/v1/whatsapp/messages/${action}`, keys.chirpApp, { messageId: inbound.id });
    assert.deepEqual([answer.status, answer.body], [200, { success: true }]);
  }
  assert.ok((await get(inbound.id)).body.readAt);
});

test('templates/send', async () => {
  const to = newCustomer();
  const sent = await http('POST', '/v1/whatsapp/templates/send', keys.chirpApp, {
    from: phoneNumber, to, templateName: 'parcel_update', languageCode: 'es',
    variables: { customer: 'Ana' }, headerVariables: { header_text: 'News' }, buttonVariables: { button_0: ['ES-88'] },
  });
  assert.equal(sent.status, 200, JSON.stringify(sent.body));
  assert.equal(sent.body.messaging_product, 'whatsapp');
  const { templateData } = (await get(sent.body.id)).body;
  assert.equal(templateData.name, 'parcel_update');
  assert.equal(templateData.language, 'es');
});

test('the list: pages by cursor, newest first, each once', async () => {
  const to = await customerInConversation();
  const sent = [];
  for (let i = 0; i < 3; i++) sent.push((await send({ to, type: 'text', text: { body: `n${i}` } })).body.id);
  const seen = [];
  let cursor = '';
  for (let page = 0; page < 2; page++) {
    const { body } = await http('GET', `/v1/organization/whatsapp/messages?limit=2${cursor}`, keys.chirpAdmin);
    assert.equal(typeof body.totalCount, 'number');
    seen.push(...body.messages.map((message) => message.id));
    cursor = `&cursor=${body.nextCursor}`;
  }
  assert.deepEqual(seen.slice(0, 3), sent.reverse());
});

test('phone numbers', async () => {
  const list = await http('GET', '/v1/organization/whatsapp/phone-numbers', keys.chirpAdmin);
  const number = list.body.phoneNumbers.find((one) => one.displayPhoneNumber === phoneNumber && !one.isTestNumber);
  assert.match(number.id, /^wapn_[0-9A-Za-z]{27}$/);
  assert.equal((await http('GET', `/v1/organization/whatsapp/phone-numbers/${number.id}`, keys.chirpAdmin)).body.id, number.id);
});

test('the playground: a pretend customer writes, in test mode only', async () => {
  const from = newCustomer();
  const queued = await http('POST', '/v1/playground/whatsapp/inbound', keys.chirpTest, { from, to: phoneNumber, text: 'Hello' });
  assert.equal(queued.status, 202);
  assert.equal(queued.body.status, 'QUEUED');
  const page = await eventually(() => http('GET', '/v1/whatsapp/messages?limit=1', keys.chirpTest), ({ body }) => body.messages[0]?.fromPhoneNumber === from);
  const [message] = page.body.messages;
  assert.match(message.id, /^msg_wa_test_[0-9A-Za-z]{27}$/);
  assert.equal(message.textBody, 'Hello');
  assert.ok(message.conversationWindow.expiresAt);
  const answer = await send({ to: from, type: 'text', text: { body: 'Hi there' } }, keys.chirpTest);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const live = await http('POST', '/v1/playground/whatsapp/inbound', keys.chirpApp, { from, to: phoneNumber, text: 'Hello' });
  assert.equal(live.body.error.code, 'test_app_required');
});

test('the lifecycle shows in the timestamps', async () => {
  const to = await customerInConversation();
  const { body: { id } } = await send({ to, type: 'text', text: { body: 'On its way' } });
  const { body } = await eventually(() => get(id), (answer) => answer.body.deliveredAt);
  assert.ok(body.queuedAt <= body.sentAt && body.sentAt <= body.deliveredAt);
  assert.match(body.recipients[0].status, /^(DELIVERED|READ)$/);
});

test('the wrong kind of key, a closed window and a bad number answer in Chirp\'s envelope', async () => {
  assert.equal((await get('msg_wa_2DbBs7GWhGvVNJGrDXr5RG0mBWI', keys.chirpApp)).status, 401);
  assert.equal((await get('msg_wa_2DbBs7GWhGvVNJGrDXr5RG0mBWI')).status, 404);
  const closed = await send({ to: newCustomer(), type: 'text', text: { body: 'Hi' } });
  assert.equal(closed.status, 402);
  assert.equal(closed.body.error.code, 'conversation_window_expired');
  const bad = await send({ to: 'nonsense', type: 'text', text: { body: 'Hi' } });
  assert.equal(bad.status, 400);
  assert.equal(bad.body.error.code, 'invalid_phone_number');
  assert.equal(bad.body.error.param, 'to');
});
