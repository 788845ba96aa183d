// What @kapso/whatsapp-cloud-api makes of each line: {secret, signature, body}.
import { readFileSync, writeFileSync } from 'node:fs';
import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server';

const lines = readFileSync(0, 'utf8').split('\n').filter((line) => line !== '');
const answers = lines.map((line) => {
  const { secret, signature, body } = JSON.parse(line);
  const verified = (rawBody, appSecret) => verifySignature({ appSecret, rawBody, signatureHeader: signature });
  return {
    verified: verified(body, secret),
    verifiedAltered: verified(body + ' ', secret),
    verifiedByAnother: verified(body, secret + '2'),
    normalized: normalizeWebhook(JSON.parse(body)),
  };
});
writeFileSync(1, answers.map((answer) => JSON.stringify(answer) + '\n').join(''));
