// Every call of the message, conversation, sender and account families of @zavudev/sdk, unmodified.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import Zavudev from '@zavudev/sdk';
import { customerInConversation, eventually, http, keys, newCustomer, phoneNumber, senderId, url, writeIn } from './stele.mjs';

const zavu = new Zavudev({ apiKey: keys.zavu, baseURL: url, maxRetries: 0 });
const zavuTest = new Zavudev({ apiKey: keys.zavuTest, baseURL: url, maxRetries: 0 });
const https = (name) => `https://files.example.com/${name}`;

test('messages.send answers with the message, queued on the channel that was chosen', async () => {
  const to = await customerInConversation();
  const { message } = await zavu.messages.send({ to, text: 'Door code 4471', metadata: { unit: '12B' } });
  assert.equal(message.to, to);
  assert.equal(message.from, phoneNumber);
  assert.equal(message.text, 'Door code 4471');
  assert.equal(message.channel, 'whatsapp');
  assert.equal(message.messageType, 'text');
  assert.equal(message.direction, 'outbound');
  assert.equal(message.status, 'queued');
  assert.deepEqual(message.metadata, { unit: '12B' });
  assert.equal(message.senderId, senderId);
  assert.ok(message.conversationId);
  assert.match(message.createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.equal(message.cost, null);
});

const contents = {
  text: { text: 'Hello' },
  image: { text: 'Look', content: { mediaUrl: https('a.jpg'), mimeType: 'image/jpeg' } },
  video: { text: 'Watch', content: { mediaUrl: https('a.mp4') } },
  audio: { content: { mediaUrl: https('a.ogg') } },
  document: { text: 'Read', content: { mediaUrl: https('a.pdf'), filename: 'a.pdf' } },
  sticker: { content: { mediaId: 'sticker-1' } },
  location: { content: { latitude: 40.4168, longitude: -3.7038, locationName: 'Sol', locationAddress: 'Madrid' } },
  contact: { content: { contacts: [{ name: 'Ana R.', phones: ['+34600111222'] }] } },
  buttons: { text: 'Choose', content: { buttons: [{ id: 'y', title: 'Yes' }, { id: 'n', title: 'No' }] } },
  list: {
    text: 'Pick',
    content: {
      listButton: 'Slots',
      sections: [{ title: 'Evening', rows: [{ id: 's1', title: '20:30', description: 'Terrace' }, { id: 's2', title: '21:00' }] }],
    },
  },
  cta_url: {
    text: 'Track',
    content: {
      ctaDisplayText: 'Open', ctaUrl: 'https://example.com/t', ctaHeaderType: 'text', ctaHeaderText: 'Parcel', footerText: 'Soon',
    },
  },
  request_contact_info: { text: 'May we have your number?' },
  location_request: { text: 'Where are you?' },
  template: {
    content: {
      templateId: 'tmpl_1', templateVariables: { 1: 'John', 2: 'ORD-1' }, templateButtonVariables: { 0: 'abc' }, templateHeaderVariables: { 1: 'Jorge' },
    },
  },
};

for (const [messageType, { text, content }] of Object.entries(contents)) {
  test(`messages.send and retrieve: ${messageType} comes back as it was sent`, async () => {
    const to = await customerInConversation();
    const sent = await zavu.messages.send({ to, channel: 'whatsapp', messageType, text, content });
    const { message } = await zavu.messages.retrieve(sent.message.id);
    assert.equal(message.id, sent.message.id);
    assert.equal(message.messageType, messageType);
    assert.equal(message.text, text);
    if (content !== undefined) assert.deepEqual(message.content, content);
  });
}

test('messages.send: reaction names its message', async () => {
  const to = newCustomer();
  const target = await writeIn(to);
  const { message } = await zavu.messages.send({
    to, messageType: 'reaction', content: { emoji: '👍', reactToMessageId: target },
  });
  assert.deepEqual(message.content, { emoji: '👍', reactToMessageId: target });
});

test('messages.react makes a message of type reaction', async () => {
  const target = await writeIn(newCustomer());
  const { message } = await zavu.messages.react(target, { emoji: '🎉', 'Zavu-Sender': senderId });
  assert.equal(message.messageType, 'reaction');
  assert.equal(message.content.emoji, '🎉');
  assert.equal(message.content.reactToMessageId, target);
});

test('messages.showTyping takes an inbound message', async () => {
  const target = await writeIn(newCustomer());
  assert.deepEqual(await zavu.messages.showTyping(target), { success: true });
});

test('messages.listAttachments gives links that need no key', async () => {
  const { message } = await zavu.messages.send({
    to: 'ana@example.com',
    subject: 'Your invoice',
    text: 'Attached.',
    htmlBody: '<p>Attached. <img src="cid:logo"></p>',
    replyTo: 'billing@example.com',
    attachments: [
      { filename: 'invoice.txt', content: Buffer.from('total: 12').toString('base64') },
      { filename: 'logo.png', content: Buffer.from('png').toString('base64'), content_type: 'image/png', content_id: 'logo' },
    ],
  });
  assert.equal(message.channel, 'email');
  const { items } = await zavu.messages.listAttachments(message.id);
  assert.deepEqual(items.map((item) => [item.filename, item.mimeType, item.size, item.contentId, item.isInline]), [
    ['invoice.txt', 'text/plain', 9, null, false],
    ['logo.png', 'image/png', 3, 'logo', true],
  ]);
  const download = await fetch(items[0].downloadUrl);
  assert.equal(download.status, 200);
  assert.equal(await download.text(), 'total: 12');
});

test('messages.listAttachments is empty for anything but email', async () => {
  const to = await customerInConversation();
  const { message } = await zavu.messages.send({ to, text: 'Hi' });
  assert.deepEqual((await zavu.messages.listAttachments(message.id)).items, []);
});

test('a message becomes delivered, and then read', async () => {
  const to = await customerInConversation();
  const { message } = await zavu.messages.send({ to, text: 'On its way', channel: 'whatsapp' });
  const seen = new Set();
  await eventually(async () => (await zavu.messages.retrieve(message.id)).message, (now) => {
    seen.add(now.status);
    return now.status === 'read';
  });
  assert.ok(seen.has('delivered'), [...seen].join());
});

test('messages.list pages through everything, newest first, each once', async () => {
  const to = await customerInConversation();
  const sent = [];
  for (let i = 0; i < 5; i++) sent.push((await zavu.messages.send({ to, text: `n${i}` })).message.id);
  const seen = [];
  for await (const message of zavu.messages.list({ to, limit: 2 })) seen.push(message.id);
  assert.deepEqual(seen, sent.reverse());
});

test('messages.list filters by channel and status', async () => {
  const to = newCustomer();
  const { message } = await zavu.messages.send({ to, text: 'by SMS', channel: 'sms' });
  await eventually(() => zavu.messages.list({ to, channel: 'sms', status: 'delivered' }),
    (page) => page.items.some((item) => item.id === message.id));
  assert.deepEqual((await zavu.messages.list({ to, channel: 'whatsapp' })).items, []);
});

test('idempotencyKey: the second call is a conflict that is not retried and names the first message', async () => {
  const to = await customerInConversation();
  const request = { to, text: 'once', idempotencyKey: `key-${to}` };
  const { message } = await zavu.messages.send(request);
  const retrying = new Zavudev({ apiKey: keys.zavu, baseURL: url });
  await assert.rejects(retrying.messages.send(request), (error) => {
    assert.ok(error instanceof Zavudev.ConflictError);
    assert.equal(error.error.details.messageId, message.id);
    return true;
  });
  assert.equal((await zavu.messages.list({ to })).items.length, 1);
});

test('the SDK\'s own retry of a send is answered like the send', async () => {
  const to = await customerInConversation();
  const request = { to, text: 'once', idempotencyKey: `retry-${to}` };
  const { message } = await zavu.messages.send(request);
  const again = await zavu.messages.send(request, { headers: { 'x-stainless-retry-count': '1' } });
  assert.equal(again.message.id, message.id);
});

test('the window: free-form WhatsApp to a stranger is refused, a template is not, and auto takes SMS', async () => {
  const to = newCustomer();
  await assert.rejects(zavu.messages.send({ to, text: 'Hi', channel: 'whatsapp' }), (error) => {
    assert.ok(error instanceof Zavudev.BadRequestError);
    assert.equal(error.error.code, 'whatsapp_window_closed');
    return true;
  });
  const template = await zavu.messages.send({ to, messageType: 'template', content: { templateId: 'welcome' } });
  assert.equal(template.message.channel, 'whatsapp');
  const text = await zavu.messages.send({ to, text: 'Hi' });
  assert.equal(text.message.channel, 'sms');
});

test('a sender is chosen by Zavu-Sender, and an unknown one is not found', async () => {
  const to = await customerInConversation();
  const { message } = await zavu.messages.send({ to, text: 'Hi', 'Zavu-Sender': senderId });
  assert.equal(message.senderId, senderId);
  await assert.rejects(zavu.messages.send({ to, text: 'Hi', 'Zavu-Sender': 'nobody' }), Zavudev.NotFoundError);
});

test('conversations: list, search, retrieve, listMessages, markAsRead', async () => {
  const customer = newCustomer();
  const inbound = await writeIn(customer, { name: 'Ana Rivera', type: 'text', text: { body: 'Is it ready?' } });
  const { message } = await zavu.messages.send({ to: customer, text: 'Yes' });

  const found = await zavu.conversations.list({ search: customer });
  assert.equal(found.items.length, 1);
  const listed = found.items[0];
  assert.equal(listed.id, message.conversationId);
  assert.equal(listed.contactIdentifier, customer);
  assert.deepEqual(listed.channels, ['whatsapp']);
  assert.equal(listed.lastMessage.id, message.id);
  assert.equal(listed.lastMessage.text, 'Yes');
  assert.equal(listed.messageCount, 2);
  assert.equal(listed.unreadCount, 1);

  const { conversation } = await zavu.conversations.retrieve(listed.id);
  assert.equal(conversation.id, listed.id);

  const ids = [];
  for await (const item of zavu.conversations.listMessages(listed.id, { limit: 1 })) ids.push(item.id);
  assert.deepEqual(ids, [message.id, inbound]);

  const read = await zavu.conversations.markAsRead(listed.id);
  assert.equal(read.conversation.unreadCount, 0);
});

test('senders: create, retrieve, update, list, regenerateWebhookSecret, delete', async () => {
  const hook = 'https://receiver.example.com/hook';
  const created = await zavu.senders.create({ name: 'Support', webhookUrl: hook, webhookEvents: ['message.inbound'] });
  assert.equal(created.phoneNumber, '');
  assert.deepEqual(created.channels, []);
  assert.equal(created.webhook.url, hook);
  assert.equal(created.webhook.signatureVersion, 'v2');
  assert.match(created.webhook.secret, /^whsec_/);

  const retrieved = await zavu.senders.retrieve(created.id);
  assert.equal(retrieved.name, 'Support');
  assert.equal(retrieved.webhook.secret, undefined);

  const updated = await zavu.senders.update(created.id, { name: 'Help', webhookActive: false, webhookSignatureVersion: 'v1+v2' });
  assert.equal(updated.name, 'Help');
  assert.equal(updated.webhook.active, false);
  assert.equal(updated.webhook.signatureVersion, 'v1+v2');
  await zavu.senders.update(created.id, { webhookSignatureVersion: 'v1' });
  await assert.rejects(zavu.senders.update(created.id, { webhookSignatureVersion: 'v2' }), Zavudev.BadRequestError);

  const { secret } = await zavu.senders.regenerateWebhookSecret(created.id);
  assert.match(secret, /^whsec_/);
  assert.notEqual(secret, created.webhook.secret);

  const listed = [];
  for await (const sender of zavu.senders.list({ limit: 1 })) {
    listed.push(sender.id);
  }
  assert.deepEqual(listed.slice().sort(), [created.id, senderId].sort());

  const without = await zavu.senders.update(created.id, { webhookUrl: null });
  assert.equal(without.webhook, undefined);
  await assert.rejects(zavu.senders.regenerateWebhookSecret(created.id), Zavudev.BadRequestError);
  await assert.rejects(zavu.senders.delete(senderId), Zavudev.BadRequestError);
  await zavu.senders.delete(created.id);
  await assert.rejects(zavu.senders.retrieve(created.id), Zavudev.NotFoundError);
});

test('me and balance', async () => {
  const me = await zavu.me.retrieve();
  assert.equal(me.isTestMode, false);
  assert.ok(me.project.id);
  assert.ok(me.apiKey.id);
  assert.equal((await zavuTest.me.retrieve()).isTestMode, true);
  const balance = await zavu.balance.retrieve();
  assert.equal(typeof balance.balance, 'number');
  assert.equal(balance.currency, 'USD');
});

test('live and test never see each other', async () => {
  const to = await customerInConversation(keys.zavuTest);
  const { message } = await zavuTest.messages.send({ to, text: 'only a test', channel: 'whatsapp' });
  await assert.rejects(zavu.messages.retrieve(message.id), Zavudev.NotFoundError);
  assert.deepEqual((await zavu.messages.list({ to })).items, []);
  assert.equal((await zavuTest.messages.list({ to })).items.length, 1);
});

test('errors are the SDK\'s own', async () => {
  const nobody = new Zavudev({ apiKey: 'zv_live_nobody', baseURL: url, maxRetries: 0 });
  await assert.rejects(nobody.me.retrieve(), Zavudev.AuthenticationError);
  await assert.rejects(zavu.messages.retrieve('nothing'), Zavudev.NotFoundError);
  await assert.rejects(zavu.messages.send({ to: 'nonsense', text: 'Hi' }), (error) => {
    assert.ok(error instanceof Zavudev.BadRequestError);
    assert.equal(error.error.code, 'invalid_request');
    assert.deepEqual(error.error.details.errors[0].path, ['to']);
    return true;
  });
});

test('what is not offered says so at once', async () => {
  const retrying = new Zavudev({ apiKey: keys.zavu, baseURL: url });
  const started = Date.now();
  await assert.rejects(retrying.broadcasts.create({ name: 'News', channel: 'sms' }), (error) => {
    assert.equal(error.status, 501);
    return true;
  });
  assert.ok(Date.now() - started < 400, 'it was retried');
});

/** Every call that the SDK can make, read from its own sources. */
const operations = () => {
  const sources = new URL('node_modules/@zavudev/sdk/src/resources/', import.meta.url);
  const call = /this\._client\.(get|post|put|patch|delete|getAPIList)\(\s*(?:path)?(['`])(.+?)\2/g;
  return readdirSync(sources, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [...readFileSync(new URL(file, sources), 'utf8').matchAll(call)].map(([, verb, , path]) => ({
      served: ['messages.ts', 'conversations.ts', 'me.ts', 'balance.ts'].includes(file) || /^\/v1\/senders(\/\$\{\w+\}(\/webhook\/secret)?)?$/.test(path),
      method: verb === 'getAPIList' ? 'GET' : verb.toUpperCase(),
      path: path.replace(/\$\{.+?\}/g, 'x1'),
    })));
};

test('every call of the SDK is served, or answered as one that is not offered', async () => {
  const all = operations();
  assert.equal(all.length, 183, 'the calls of the SDK were not read from its sources');
  assert.equal(all.filter((operation) => operation.served).length, 18);
  for (const { served, method, path } of all) {
    const { status, body } = await http(method, path, keys.zavu, method === 'GET' || method === 'DELETE' ? undefined : {});
    const told = `${method} ${path}: ${status} ${JSON.stringify(body)}`;
    if (served) {
      assert.ok([200, 202, 400, 404].includes(status), told);
      assert.notEqual(body.message, `There is no ${path}.`, told);
    } else {
      assert.equal(status, 501, told);
      assert.equal(body.code, 'not_implemented', told);
    }
  }
});
