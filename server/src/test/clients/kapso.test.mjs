// Every call of the message, conversation and contact families of @kapso/whatsapp-cloud-api, unmodified; the platform API by plain HTTP.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { GraphApiError, WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server';
import { customerInConversation, digits, eventually, http, keys, newCustomer, phoneNumberId, url, wabaId, writeIn } from './stele.mjs';

const kapso = new WhatsAppClient({ baseUrl: `${url}/meta/whatsapp`, kapsoApiKey: keys.kapso });
const link = (name) => `https://files.example.com/${name}`;
const platform = (path) => http('GET', `/platform/v1/whatsapp${path}`, keys.kapso, undefined, { 'x-api-key': keys.kapso });

const header = { type: 'text', text: 'Parcel' };
const sends = {
  sendText: [{ body: 'Hello https://example.com', previewUrl: true }, 'text', { body: 'Hello https://example.com', previewUrl: true }],
  sendImage: [{ image: { link: link('a.jpg'), caption: 'Look' } }, 'image', { link: link('a.jpg'), caption: 'Look' }],
  sendVideo: [{ video: { link: link('a.mp4'), caption: 'Watch' } }, 'video', { link: link('a.mp4'), caption: 'Watch' }],
  sendAudio: [{ audio: { id: 'audio-1', voice: true } }, 'audio', { id: 'audio-1', voice: true }],
  sendDocument: [{ document: { link: link('a.pdf'), filename: 'a.pdf', caption: 'Read' } }, 'document', { link: link('a.pdf'), filename: 'a.pdf', caption: 'Read' }],
  sendSticker: [{ sticker: { id: 'sticker-1' } }, 'sticker', { id: 'sticker-1' }],
  sendLocation: [{ location: { latitude: 37.7749, longitude: -122.4194, name: 'Office', address: '1 Main St' } }, 'location',
    { latitude: 37.7749, longitude: -122.4194, name: 'Office', address: '1 Main St' }],
  sendContacts: [{ contacts: [{ name: { formattedName: 'Ana R.', firstName: 'Ana' }, phones: [{ phone: '+34600111222', type: 'CELL', waId: '34600111222' }],
    emails: [{ email: 'ana@example.com', type: 'WORK' }], org: { company: 'Bakery' }, birthday: '1990-01-23' }] }, 'contacts',
    [{ name: { formattedName: 'Ana R.', firstName: 'Ana' }, phones: [{ phone: '+34600111222', type: 'CELL', waId: '34600111222' }],
      emails: [{ email: 'ana@example.com', type: 'WORK' }], org: { company: 'Bakery' }, birthday: '1990-01-23' }]],
  sendTemplate: [{ template: { name: 'parcel_ready', language: { code: 'de', policy: 'deterministic' }, components: [
    { type: 'header', parameters: [{ type: 'image', image: { link: link('p.jpg') } }] },
    { type: 'body', parameters: [{ type: 'text', parameterName: 'first_name', text: 'Mara' }] },
    { type: 'button', subType: 'url', index: 0, parameters: [{ type: 'text', text: 'A-77' }] }] } }, 'template',
    { name: 'parcel_ready', language: { code: 'de', policy: 'deterministic' }, components: [
      { type: 'header', parameters: [{ type: 'image', image: { link: link('p.jpg') } }] },
      { type: 'body', parameters: [{ type: 'text', parameterName: 'first_name', text: 'Mara' }] },
      { type: 'button', subType: 'url', index: '0', parameters: [{ type: 'text', text: 'A-77' }] }] }],
  sendInteractiveButtons: [{ header, bodyText: 'Choose', footerText: 'Soon', buttons: [{ id: 'y', title: 'Yes' }, { id: 'n', title: 'No' }] }, 'interactive',
    { type: 'button', header, body: { text: 'Choose' }, footer: { text: 'Soon' },
      action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }, { type: 'reply', reply: { id: 'n', title: 'No' } }] } }],
  sendInteractiveList: [{ bodyText: 'Pick', buttonText: 'Slots', sections: [{ title: 'Evening', rows: [{ id: 's1', title: '20:30', description: 'Terrace' }] }] }, 'interactive',
    { type: 'list', body: { text: 'Pick' }, action: { button: 'Slots', sections: [{ title: 'Evening', rows: [{ id: 's1', title: '20:30', description: 'Terrace' }] }] } }],
  sendInteractiveCtaUrl: [{ bodyText: 'Track', parameters: { displayText: 'Open', url: 'https://example.com/t' } }, 'interactive',
    { type: 'cta_url', body: { text: 'Track' }, action: { name: 'cta_url', parameters: { displayText: 'Open', url: 'https://example.com/t' } } }],
  sendInteractiveProduct: [{ bodyText: 'This one', catalogId: 'c1', productRetailerId: 'sku-1' }, 'interactive',
    { type: 'product', body: { text: 'This one' }, action: { catalogId: 'c1', productRetailerId: 'sku-1' } }],
  sendInteractiveProductList: [{ header, bodyText: 'These', catalogId: 'c1', sections: [{ title: 'Best', productItems: [{ productRetailerId: 'sku-1' }] }] }, 'interactive',
    { type: 'product_list', header, body: { text: 'These' }, action: { catalogId: 'c1', sections: [{ title: 'Best', productItems: [{ productRetailerId: 'sku-1' }] }] } }],
  sendInteractiveCatalogMessage: [{ bodyText: 'All', parameters: { thumbnailProductRetailerId: 'sku-1' } }, 'interactive',
    { type: 'catalog_message', body: { text: 'All' }, action: { name: 'catalog_message', parameters: { thumbnailProductRetailerId: 'sku-1' } } }],
  sendInteractiveFlow: [{ bodyText: 'Book', parameters: { flowId: 'f1', flowCta: 'Go', mode: 'published', flowToken: 't1', flowAction: 'navigate',
    flowActionPayload: { screen: 'START', data: { customerId: 'c-1' } } } }, 'interactive',
    { type: 'flow', body: { text: 'Book' }, action: { name: 'flow', parameters: { flowMessageVersion: '3', flowId: 'f1', flowCta: 'Go', mode: 'published',
      flowToken: 't1', flowAction: 'navigate', flowActionPayload: { screen: 'START', data: { customerId: 'c-1' } } } } }],
  sendInteractiveAddress: [{ bodyText: 'Where to?', parameters: { country: 'IN', values: { name: 'Ana', city: 'Pune' } } }, 'interactive',
    { type: 'address_message', body: { text: 'Where to?' }, action: { name: 'address_message', parameters: { country: 'IN', values: { name: 'Ana', city: 'Pune' } } } }],
  sendInteractiveLocationRequest: [{ bodyText: 'Where are you?', parameters: { requestMessage: 'Where are you?' } }, 'interactive',
    { type: 'location_request_message', body: { text: 'Where are you?' }, action: { name: 'send_location' } }],
  sendInteractiveCallPermission: [{ bodyText: 'May we call?', parameters: { phoneNumber: '+15550100000' } }, 'interactive',
    { type: 'call_permission_request', body: { text: 'May we call?' }, action: { name: 'call_permission_request' } }],
  sendInteractiveCarousel: [{ bodyText: 'See', cards: [0, 1].map((cardIndex) => ({
    cardIndex, header: { type: 'image', image: { link: link(`${cardIndex}.jpg`) } }, bodyText: `Card ${cardIndex}`,
    action: { displayText: 'Open', url: `https://example.com/${cardIndex}` } })) }, 'interactive',
    { type: 'carousel', body: { text: 'See' }, action: { cards: [0, 1].map((cardIndex) => ({
      cardIndex, type: 'cta_url', header: { type: 'image', image: { link: link(`${cardIndex}.jpg`) } }, body: { text: `Card ${cardIndex}` },
      action: { name: 'cta_url', parameters: { displayText: 'Open', url: `https://example.com/${cardIndex}` } } })) } }],
};

for (const [call, [input, type, expected]] of Object.entries(sends)) {
  test(`messages.${call}: comes back as it was sent`, async () => {
    const to = await customerInConversation();
    const sent = await kapso.messages[call]({ phoneNumberId, to, ...input });
    assert.equal(sent.messagingProduct, 'whatsapp');
    assert.equal(sent.contacts[0].input, to);
    assert.equal(sent.contacts[0].waId, digits(to));
    const message = await kapso.messages.get({ phoneNumberId, messageId: sent.messages[0].id });
    assert.equal(message.id, sent.messages[0].id);
    assert.equal(message.type, type);
    assert.equal(message.to, digits(to));
    assert.equal(typeof message.timestamp, 'string');
    assert.equal(message.kapso.direction, 'outbound');
    assert.deepEqual(message[type], expected);
  });
}

test('messages.sendRaw and sendInteractiveRaw take what the typed calls build', async () => {
  const to = await customerInConversation();
  const raw = await kapso.messages.sendRaw({ phoneNumberId, payload: { messagingProduct: 'whatsapp', to, type: 'text', text: { body: 'Raw' } } });
  assert.equal((await kapso.messages.get({ phoneNumberId, messageId: raw.messages[0].id })).text.body, 'Raw');
  const interactive = await kapso.messages.sendInteractiveRaw({ phoneNumberId, to, interactive: {
    type: 'carousel', body: { text: 'See' }, action: { cards: [0, 1].map((cardIndex) => ({
      cardIndex, type: 'cta_url', header: { type: 'image', image: { link: link(`${cardIndex}.jpg`) } },
      action: { buttons: [{ type: 'quick_reply', quickReply: { id: `b${cardIndex}`, title: 'Take' } }] } })) } } });
  const message = await kapso.messages.get({ phoneNumberId, messageId: interactive.messages[0].id });
  assert.equal(message.interactive.type, 'carousel');
  assert.equal(message.interactive.action.cards[1].action.buttons[0].quickReply.id, 'b1');
});

test('messages.sendReaction and a quote name their message by its id', async () => {
  const to = newCustomer();
  await writeIn(to, { type: 'text', text: { body: 'Ready?' } });
  const [inbound] = (await kapso.messages.query({ phoneNumberId, direction: 'inbound', limit: 1 })).data;
  const reaction = await kapso.messages.sendReaction({ phoneNumberId, to, reaction: { messageId: inbound.id, emoji: '👍' } });
  const reacted = await kapso.messages.get({ phoneNumberId, messageId: reaction.messages[0].id });
  assert.deepEqual(reacted.reaction, { messageId: inbound.id, emoji: '👍' });
  const quote = await kapso.messages.sendText({ phoneNumberId, to, body: 'Yes', contextMessageId: inbound.id });
  const quoted = await kapso.messages.get({ phoneNumberId, messageId: quote.messages[0].id });
  assert.equal(quoted.context.id, inbound.id);
});

test('messages.markRead, with and without the typing bubble', async () => {
  await writeIn(newCustomer());
  const [inbound] = (await kapso.messages.query({ phoneNumberId, direction: 'inbound', limit: 1 })).data;
  assert.equal((await kapso.messages.markRead({ phoneNumberId, messageId: inbound.id })).success, true);
  assert.equal((await kapso.messages.markRead({ phoneNumberId, messageId: inbound.id, typingIndicator: { type: 'text' } })).success, true);
});

test('messages.query pages through a conversation, newest first, each once', async () => {
  const to = await customerInConversation();
  const sent = [];
  for (let i = 0; i < 4; i++) sent.push((await kapso.messages.sendText({ phoneNumberId, to, body: `n${i}` })).messages[0].id);
  const conversationId = (await kapso.messages.get({ phoneNumberId, messageId: sent[0] })).kapso.whatsappConversationId;
  const seen = [];
  let after;
  do {
    const page = await kapso.messages.listByConversation({ phoneNumberId, conversationId, limit: 2, after });
    seen.push(...page.data.map((message) => message.id));
    after = page.paging.cursors.after;
  } while (after);
  assert.equal(seen.length, 5);
  assert.deepEqual(seen.slice(0, 4), sent.reverse());
});

test('messages.query filters by direction, status and time; fields picks extensions', async () => {
  const to = await customerInConversation();
  const since = new Date().toISOString();
  const { messages: [{ id }] } = await kapso.messages.sendText({ phoneNumberId, to, body: 'Hi' });
  const page = await eventually(
    () => kapso.messages.query({ phoneNumberId, direction: 'outbound', status: 'delivered', since, fields: 'kapso(direction,content)' }),
    ({ data }) => data.some((message) => message.id === id));
  const message = page.data.find((one) => one.id === id);
  assert.deepEqual(Object.keys(message.kapso).sort(), ['content', 'direction']);
  const without = await kapso.messages.get({ phoneNumberId, messageId: id, fields: 'kapso()' });
  assert.equal(without.kapso, undefined);
});

test('conversations: list, get without a phone number, end', async () => {
  const customer = newCustomer();
  await writeIn(customer, { name: 'Ana Rivera', type: 'text', text: { body: 'Is it ready?' } });
  const page = await kapso.conversations.list({ phoneNumberId, phoneNumber: customer, status: 'active' });
  assert.equal(page.data.length, 1);
  const [conversation] = page.data;
  assert.equal(conversation.phoneNumber, digits(customer));
  assert.equal(conversation.phoneNumberId, phoneNumberId);
  assert.equal(conversation.kapso.contactName, 'Ana Rivera');
  assert.equal(conversation.kapso.lastMessageText, 'Is it ready?');
  assert.equal((await kapso.conversations.get({ conversationId: conversation.id })).id, conversation.id);
  assert.equal((await kapso.conversations.updateStatus({ conversationId: conversation.id, status: 'ended' })).success, true);
  assert.equal((await kapso.conversations.get({ conversationId: conversation.id })).status, 'ended');
  assert.equal((await kapso.conversations.list({ phoneNumberId, phoneNumber: customer, status: 'active' })).data.length, 0);
});

test('contacts: list, get, update', async () => {
  const customer = newCustomer();
  await writeIn(customer, { name: 'Ana Rivera', type: 'text', text: { body: 'Hi' } });
  const waId = digits(customer);
  const page = await kapso.contacts.list({ phoneNumberId, waId });
  assert.equal(page.data.length, 1);
  assert.equal(page.data[0].profileName, 'Ana Rivera');
  assert.equal((await kapso.contacts.update({ phoneNumberId, waId, displayName: 'Ana', metadata: { tier: 'gold' } })).success, true);
  const contact = await kapso.contacts.get({ phoneNumberId, waId });
  assert.equal(contact.displayName, 'Ana');
  assert.deepEqual(contact.metadata, { tier: 'gold' });
});

test('the window closes with the error that the SDK knows', async () => {
  await assert.rejects(kapso.messages.sendText({ phoneNumberId, to: newCustomer(), body: 'Hi' }), (error) => {
    assert.ok(error instanceof GraphApiError);
    assert.equal(error.httpStatus, 422);
    assert.equal(error.code, 131047);
    assert.equal(error.category, 'reengagementWindow');
    return true;
  });
});

test('errors are the SDK\'s own', async () => {
  const nobody = new WhatsAppClient({ baseUrl: `${url}/meta/whatsapp`, kapsoApiKey: 'nobody' });
  await assert.rejects(nobody.messages.sendText({ phoneNumberId, to: newCustomer(), body: 'Hi' }), (error) => {
    assert.equal(error.category, 'authorization');
    return true;
  });
  await assert.rejects(kapso.messages.get({ phoneNumberId, messageId: 'wamid.nothing' }), (error) => {
    assert.equal(error.httpStatus, 404);
    return true;
  });
  await assert.rejects(kapso.messages.sendText({ phoneNumberId: 'none', to: newCustomer(), body: 'Hi' }), (error) => {
    assert.equal(error.httpStatus, 404);
    return true;
  });
});

test('the platform API: messages, conversations, contacts and phone numbers', async () => {
  const customer = newCustomer();
  await writeIn(customer, { name: 'Ana Rivera', type: 'text', text: { body: 'Platform' } });
  const messages = await platform(`/messages?phone_number=${digits(customer)}`);
  assert.equal(messages.status, 200);
  const [message] = messages.body.data;
  assert.equal(message.text.body, 'Platform');
  assert.equal(message.kapso.origin, 'cloud_api');
  assert.equal(message.kapso.phone_number_id, phoneNumberId);
  assert.ok('after' in messages.body.paging.cursors);
  assert.equal((await platform(`/messages/${message.id}`)).body.data.id, message.id);
  const legacy = await platform(`/messages?page=1&per_page=5`);
  assert.equal(legacy.body.meta.page, 1);
  assert.ok(legacy.body.meta.total_count >= 1);
  const deep = await platform('/messages?page=51&per_page=100');
  assert.equal(deep.status, 400);
  assert.equal(deep.body.message, 'legacy_offset_pagination_limit_exceeded');
  const conversation = (await platform(`/conversations?phone_number=${digits(customer)}`)).body.data[0];
  assert.equal((await platform(`/conversations/${conversation.id}`)).body.data.status, 'active');
  const contact = (await platform(`/contacts?wa_id_contains=${digits(customer)}`)).body.data[0];
  assert.equal((await platform(`/contacts/${contact.id}`)).body.data.profile_name, 'Ana Rivera');
  const numbers = await platform('/phone_numbers');
  assert.equal(numbers.body.data[0].phone_number_id, phoneNumberId);
  assert.equal(numbers.body.data[0].business_account_id, wabaId);
  assert.equal(numbers.body.data[0].status, 'CONNECTED');
  assert.equal((await platform(`/phone_numbers/${phoneNumberId}`)).body.data.id, phoneNumberId);
});

test('a webhook of the kind meta is verified and read by the SDK', async () => {
  const came = [];
  const receiver = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      came.push({ headers: request.headers, rawBody: Buffer.concat(parts).toString('utf8') });
      response.end('noted');
    });
  });
  await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const secret = 'sdk-test-secret';
  const api = (method, path, body) => http(method, `/platform/v1/whatsapp${path}`, keys.kapso, body, { 'x-api-key': keys.kapso });
  const made = await api('POST', `/phone_numbers/${phoneNumberId}/webhooks`, {
    whatsapp_webhook: { kind: 'meta', url: `http://127.0.0.1:${receiver.address().port}/`, secret_key: secret } });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  try {
    const to = newCustomer();
    await writeIn(to, { type: 'text', text: { body: 'Grüße' } });
    const sent = await kapso.messages.sendText({ phoneNumberId, to, body: 'Hello' });
    const read = () => came.map(({ rawBody }) => normalizeWebhook(JSON.parse(rawBody)));
    const statuses = () => read().flatMap((event) => event.statuses).filter((status) => status.id === sent.messages[0].id);
    await eventually(() => statuses().map((status) => status.status), (seen) => ['sent', 'delivered', 'read'].every((one) => seen.includes(one)));
    for (const { headers, rawBody } of came) {
      const signatureHeader = headers['x-hub-signature-256'];
      assert.equal(verifySignature({ appSecret: secret, rawBody, signatureHeader }), true);
      assert.equal(verifySignature({ appSecret: secret, rawBody: rawBody + ' ', signatureHeader }), false);
    }
    const [message] = read().flatMap((event) => event.messages).filter((one) => one.from === digits(to));
    assert.equal(message.text.body, 'Grüße');
    assert.equal(message.kapso.direction, 'inbound');
    assert.ok(read().every((event) => event.phoneNumberId === phoneNumberId));
  } finally {
    assert.equal((await api('DELETE', `/webhooks/${made.body.data.id}`)).status, 204);
    receiver.close();
  }
});
